/// Writes the index of APIs.
struct IndexRenderer {
    let model: ProtocolModel

    private static let head = "// Generated from protocol-specs/APIs by tools/protocol-generator. Do not edit."

    /// The names of the APIs and the table of what is known about each.
    func renderKeys() -> String {
        var text = SwiftText()
        text.line(Self.head)
        text.blank()
        text.line("public import KafkaWire")
        text.blank()
        text.block("extension ApiKey") { text in
            for api in model.apis {
                text.line("/// \(api.about)")
                text.line(
                    "@inlinable public static var \(SwiftNames.lowerCamel(api.name)): ApiKey { ApiKey(rawValue: \(api.key)) }"
                )
            }
        }
        text.blank()
        text.block("extension ApiDescription") { text in
            text.line("/// Every API by ascending number.")
            text.line("static let table: [ApiDescription] = [")
            text.indented { text in
                for api in model.apis { renderRow(api, into: &text) }
            }
            text.line("]")
        }
        return text.text
    }

    private func renderRow(_ api: Api, into text: inout SwiftText) {
        guard let request = message(of: api, .request), let response = message(of: api, .response) else { return }
        let listeners = api.listeners.map { ".\($0)" }.joined(separator: ", ")
        text.line("ApiDescription(")
        text.indented { text in
            text.line("key: .\(SwiftNames.lowerCamel(api.name)), name: \"\(api.name)\", listeners: [\(listeners)],")
            text.line("validVersions: \(request.versions.swift), kafka43Versions: \(request.kafka43?.swift ?? "nil"),")
            text.line("firstFlexibleRequest: \(first(request)), firstFlexibleResponse: \(first(response)),")
            text.line("isLatestUnstable: \(request.isUnstable)),")
        }
    }

    private func first(_ message: Message) -> String {
        message.flexible.map { "\($0.lower)" } ?? ".max"
    }

    private func message(of api: Api, _ kind: Message.Kind) -> Message? {
        model.files.first { $0.api?.key == api.key }?.messages.first { $0.kind == kind }
    }

    /// The types of the messages by number, for whoever handles all of them alike.
    func renderTypes() -> String {
        var text = SwiftText()
        text.line(Self.head)
        text.blank()
        text.line("public import KafkaWire")
        text.blank()
        text.block("extension ApiKey") { text in
            text.line("/// The type of the request's body; nil for an unknown number.")
            text.block("public var requestType: (any RequestMessage.Type)?") { text in
                text.switchBlock("rawValue") { text in
                    for api in model.apis { text.line("case \(api.key): \(api.name)Request.self") }
                    text.line("default: nil")
                }
            }
            text.blank()
            text.line("/// The type of the response's body; nil for an unknown number.")
            text.block("public var responseType: (any ResponseMessage.Type)?") { text in
                text.switchBlock("rawValue") { text in
                    for api in model.apis { text.line("case \(api.key): \(api.name)Response.self") }
                    text.line("default: nil")
                }
            }
        }
        return text.text
    }

    /// The types of metadata records by number.
    func renderRecords() -> String {
        var rows: [(Int, String)] = []
        for message in model.files.flatMap(\.messages) {
            if case .record(let number) = message.kind { rows.append((number, message.name)) }
        }
        var text = SwiftText()
        text.line("// Generated from protocol-specs/InternalRecords by tools/protocol-generator. Do not edit.")
        text.blank()
        text.block("extension MetadataRecordType") { text in
            text.line("/// The type of the record with this number; nil for an unknown one.")
            text.block("public var messageType: (any MetadataRecordMessage.Type)?") { text in
                text.switchBlock("rawValue") { text in
                    for (number, name) in rows.sorted(by: { $0.0 < $1.0 }) { text.line("case \(number): \(name).self") }
                    text.line("default: nil")
                }
            }
        }
        return text.text
    }

    /// Every message by name.
    func renderCatalog() -> String {
        var text = SwiftText()
        text.line("// Generated from protocol-specs by tools/protocol-generator. Do not edit.")
        text.blank()
        text.block("extension MessageCatalog") { text in
            text.line("/// Every message, by ascending name.")
            text.line("public static let all: [Entry] = [")
            text.indented { text in
                for name in model.files.flatMap(\.messages).map(\.name).sorted() {
                    text.line("Entry(name: \"\(name)\", type: \(name).self),")
                }
            }
            text.line("]")
        }
        return text.text
    }
}

/// Writes the table of all messages, for whoever finds them by name or number.
struct MessageTableRenderer {
    let model: ProtocolModel

    func render() -> String {
        var text = SwiftText()
        text.line("// Generated from protocol-specs by tools/protocol-generator. Do not edit.")
        text.blank()
        text.line("import KafkaProtocol")
        text.blank()
        text.block("extension MessageType") { text in
            text.line("/// Requests and responses by API, then everything else by name.")
            text.line("static let table: [MessageType] = [")
            text.indented { text in
                for api in model.apis {
                    for kind in ["request", "response"] {
                        let name = api.name + kind.prefix(1).uppercased() + kind.dropFirst()
                        text.line("MessageType(\"\(name)\", .\(kind), \(api.key), \(name).self),")
                    }
                }
                for message in others { text.line(row(message)) }
            }
            text.line("]")
        }
        return text.text
    }

    private var others: [Message] {
        model.files.filter { $0.api == nil }.flatMap(\.messages).sorted { $0.name < $1.name }
    }

    private func row(_ message: Message) -> String {
        if case .record(let number) = message.kind {
            return "MessageType(\"\(message.name)\", .record, \(number), \(message.name).self),"
        }
        return "MessageType(\"\(message.name)\", .data, nil, \(message.name).self),"
    }
}

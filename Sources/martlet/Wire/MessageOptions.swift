import ArgumentParser
import KafkaMessageJSON
import KafkaProtocol
import KafkaWire

/// Which half of an API a message is.
enum MessageKind: String, ExpressibleByArgument, CaseIterable {
    case request, response

    var typeKind: MessageType.Kind { self == .request ? .request : .response }
}

/// Says which message some bytes are, at which version.
struct MessageOptions: ParsableArguments {
    @Option(help: "The API by name or number (Fetch, 1), or any message by name (RequestHeader, OffsetCommitKey).")
    var api: String?

    @Option(help: "The version of the API or message.")
    var version: Int16?

    @Option(help: "Whether it is the request or the response of the API.")
    var kind: MessageKind?

    /// The API and kind; nil for both without `--api`. Throws ``CommandFailure``.
    func apiKey() throws -> ApiKey? {
        try api.map { name in
            guard let key = Self.apiKey(named: name) else {
                throw CommandFailure("There is no API '\(name)'. 'martlet wire apis' lists them.")
            }
            return key
        }
    }

    /// The message and its version. Throws ``CommandFailure`` that says what is missing.
    func messageAndVersion() throws -> (MessageType, Int16) {
        guard let api else {
            throw CommandFailure(
                "Say which message it is with --api, as in --api Fetch. 'martlet wire apis' lists them.")
        }
        let type = try message(named: api)
        return (type, try version(of: type))
    }

    private func message(named name: String) throws -> MessageType {
        if let key = Self.apiKey(named: name) {
            guard let kind else { throw CommandFailure("Say whether it is --kind request or --kind response.") }
            if let type = MessageType(api: key, kind: kind.typeKind) { return type }
        }
        let messages = try Self.messages(named: name)
        guard let type = messages.first else { throw Self.unknown(name) }
        if let kind, type.kind != kind.typeKind {
            throw CommandFailure("\(type.name) is no \(kind.rawValue): leave out --kind.")
        }
        return type
    }

    /// The version that was given, if the message has it.
    func version(of type: MessageType) throws -> Int16 {
        let range = "\(type.validVersions.lowerBound) to \(type.validVersions.upperBound)"
        guard let version else { throw CommandFailure("Give the --version of \(type.name): \(range).") }
        guard type.validVersions.contains(version) else {
            throw CommandFailure("\(type.name) has the versions \(range), not \(version).")
        }
        return version
    }

    /// The request and response of an API, or the one message with a name. Throws ``CommandFailure``.
    static func messages(named name: String) throws -> [MessageType] {
        if let key = apiKey(named: name) {
            return [MessageType.Kind.request, .response].compactMap { MessageType(api: key, kind: $0) }
        }
        guard let type = MessageType(named: name) else { throw unknown(name) }
        return [type]
    }

    static func apiKey(named name: String) -> ApiKey? {
        if let number = Int16(name) {
            let key = ApiKey(rawValue: number)
            return key.apiDescription == nil ? nil : key
        }
        return ApiKey.all.first { $0.name.lowercased() == name.lowercased() }
    }

    private static func unknown(_ name: String) -> CommandFailure {
        let near = MessageType.all.map(\.name).filter { $0.lowercased().contains(name.lowercased()) }.prefix(5)
        let hint = near.isEmpty || name.isEmpty ? "" : " Did you mean \(near.joined(separator: ", "))?"
        return CommandFailure("There is no API or message '\(name)'.\(hint) 'martlet wire apis' lists the APIs.")
    }
}

import KafkaMessageJSON
import KafkaWire

/// One step of a scenario.
struct ScenarioStep: Sendable {
    /// What it does.
    enum Action: Sendable {
        /// Sends a request; a name lets a later step wait for the answer, which is not waited for then.
        case call(ApiKey, request: JSONValue, awaitedAs: String?)
        /// Waits for the answer to a request of an earlier step.
        case await(String)
        /// Lets time pass, in milliseconds.
        case pause(Int64)
        /// Ends a connection.
        case close
    }

    /// What should come back.
    enum Expectation: Sendable {
        /// An answer with these fields.
        case answer(JSONValue)
        /// The broker ends the connection.
        case closed
        /// Nothing within a quarter of a second, the connection staying open.
        case nothing
    }

    let action: Action
    let expectation: Expectation
    /// The versions of the scenario's API in which this step happens.
    let only: ClosedRange<Int16>
    /// The version of the request, where it is neither the scenario's nor the newest.
    let version: Int16?
    let connection: String
    let clientId: String
    /// Variables with the places of the answer where their values stand.
    let captures: [(name: String, place: String)]
    /// Whether the request is repeated for some seconds until the answer is as expected.
    let isRepeated: Bool
    /// Whether the answer tells of what other scenarios make, too, so that two brokers' answers cannot be compared.
    let isShared: Bool

    init(_ json: JSONValue) throws {
        if let name = json["call"] {
            action = .call(
                try Scenario.api(name), request: json["request"] ?? .object([]), awaitedAs: json["as"]?.stringValue)
        } else if let name = json["await"]?.stringValue {
            action = .await(name)
        } else if let milliseconds = json["pause"]?.integerValue {
            action = .pause(milliseconds)
        } else if json["close"] != nil {
            action = .close
        } else {
            throw ScenarioError.malformed("a step that does nothing: \(json.text)")
        }
        expectation =
            switch json["expect"] {
            case .string("closed"): .closed
            case .string("nothing"): .nothing
            case let fields: .answer(fields ?? .object([]))
            }
        only = try ComparisonRule.versions(json["only"]?.stringValue ?? "0+")
        version = json["version"]?.integerValue.map { Int16(clamping: $0) }
        connection = json["on"]?.stringValue ?? json["close"]?.stringValue ?? "main"
        clientId = json["clientId"]?.stringValue ?? "martlet-conformance"
        captures = (json["capture"]?.members ?? []).map { ($0.name, $0.value.stringValue ?? "") }
        isRepeated = json["repeat"]?.boolValue ?? false
        isShared = json["shared"]?.boolValue ?? false
    }
}

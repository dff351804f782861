import KafkaMessageJSON
import KafkaWire

/// What came back in one step of a scenario.
struct ScenarioAnswer: Sendable {
    let step: Int
    let api: ApiKey
    let version: Int16
    let request: JSONValue?
    /// The body; nil if there was none, or if it was not expected.
    let body: JSONValue?
    /// What is not as the scenario says.
    let differences: [Difference]
    /// Why nothing was sent; nil if something was.
    let notServed: String?
}

/// What came of one request that has a recorded answer.
public struct ExchangeResult: Sendable {
    /// The place of the request among those of its capture, from 0 on; or the name of a case.
    public let name: String
    /// The connection in the capture.
    public let connection: Int
    /// The name of the API.
    public let api: String
    /// Its version.
    public let version: Int16
    /// The verdict.
    public let outcome: ReplayOutcome
    /// The fields that are not as recorded.
    public let differences: [Difference]
    /// What there is to say about the verdict; empty for nothing.
    public let note: String
}

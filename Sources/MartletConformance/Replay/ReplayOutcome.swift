/// How an answer of a target relates to the recorded one.
public enum ReplayOutcome: String, Sendable, CaseIterable {
    /// Equal, as far as it can be.
    case asRecorded = "as recorded"
    /// It differs in a way that a rule allows.
    case tolerated
    /// It differs, or there is none.
    case wrong
    /// The target does not offer what was asked, or lacks it for an answer to be possible.
    case notServed = "not served"
}

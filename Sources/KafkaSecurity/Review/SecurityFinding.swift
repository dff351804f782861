/// Something about a configuration that is weak or wrong. Never holds a secret.
public struct SecurityFinding: Sendable, Equatable {
    /// How bad it is.
    public enum Severity: String, Sendable, CaseIterable {
        /// It will not work, or it lets in or shows secrets to whom it must not.
        case error
        /// It works, and is weaker than it should be.
        case warning
        /// Good to know.
        case note
    }

    public var severity: Severity
    /// What it is about: a listener, a key, a file, a user.
    public var subject: String
    /// What is weak or wrong.
    public var message: String
    /// What to do about it.
    public var advice: String

    /// A finding.
    public init(_ severity: Severity, _ subject: String, _ message: String, advice: String) {
        self.severity = severity
        self.subject = subject
        self.message = message
        self.advice = advice
    }
}

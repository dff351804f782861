/// Why a text is no JSON, and where.
public struct JSONSyntaxError: Error, Equatable, Sendable, CustomStringConvertible {
    /// What is wrong.
    public let problem: String
    /// The line, from 1.
    public let line: Int
    /// The byte within the line, from 1.
    public let column: Int

    /// `line 1, byte 7: …`.
    public var description: String { "line \(line), byte \(column): \(problem)" }
}

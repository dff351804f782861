/// One login module of a `sasl.jaas.config`: a Java class with options, read for what it says.
public struct JaasModule: Sendable, Equatable {
    /// `required`, `requisite`, `sufficient` or `optional`; Kafka's own modules treat them all alike.
    public enum Flag: String, Sendable, CaseIterable {
        case required, requisite, sufficient, optional
    }

    /// The class's full name.
    public var className: String
    /// Its flag.
    public var flag: Flag
    /// Its options; of two with the same name the last counts.
    public var options: [String: String]

    /// The class's name without its package.
    public var shortName: String { className.split(separator: ".").last.map(String.init) ?? className }

    /// A module.
    public init(className: String, flag: Flag, options: [String: String]) {
        self.className = className
        self.flag = flag
        self.options = options
    }
}

/// Why a `sasl.jaas.config` cannot be read. The text names no option's value: it may be a password.
public struct JaasError: Error, Equatable, Sendable, CustomStringConvertible {
    /// What is wrong.
    public var description: String

    /// An error with its text.
    public init(_ description: String) {
        self.description = description
    }
}

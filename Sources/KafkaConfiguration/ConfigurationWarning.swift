/// Something about a configuration that its owner should know, though the broker starts.
public struct ConfigurationWarning: Equatable, Sendable, CustomStringConvertible {
    public var key: String
    public var origin: ConfigOrigin?
    public var message: String

    public var description: String { "\(origin.map { "\($0): " } ?? "")\(key): \(message)" }
}

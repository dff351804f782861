/// The number of an API, the first two bytes of every request.
///
/// The names, versions and header versions of the known APIs are generated into KafkaProtocol.
public struct ApiKey: RawRepresentable, Hashable, Sendable {
    /// The number as it travels.
    public var rawValue: Int16

    /// Any number, known or not.
    @inlinable
    public init(rawValue: Int16) {
        self.rawValue = rawValue
    }
}

extension ApiKey: Comparable {
    /// Orders by number.
    @inlinable
    public static func < (lhs: ApiKey, rhs: ApiKey) -> Bool {
        lhs.rawValue < rhs.rawValue
    }
}

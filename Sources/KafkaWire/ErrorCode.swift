/// An error code of the Kafka protocol, as it travels in `errorCode` fields.
public struct ErrorCode: RawRepresentable, Hashable, Sendable {
    /// The number on the wire; 0 is success.
    public var rawValue: Int16

    /// Any number, known or not.
    @inlinable
    public init(rawValue: Int16) {
        self.rawValue = rawValue
    }

    /// The protocol's name of the code, such as `OFFSET_OUT_OF_RANGE`; for a number without one, as clients
    /// treat it, `UNKNOWN_SERVER_ERROR`.
    public var name: String {
        let index = Int(rawValue) + 1
        return Self.names.indices.contains(index) ? Self.names[index] : Self.names[0]
    }

    /// Whether clients answer the error by trying again.
    public var isRetriable: Bool {
        Self.retriable.contains(rawValue)
    }
}

extension ErrorCode: CustomStringConvertible {
    /// The name and the number.
    public var description: String {
        "\(name) (\(rawValue))"
    }
}

/// What the protocol says about a field of a message.
public struct FieldDescription: Sendable {
    /// Its name, as in JSON.
    public let name: String
    /// Its type as the specifications call it, such as `int32`, `[string]`, `records`; `struct` or `[struct]` if it has
    /// fields of its own.
    public let type: String
    /// The versions that have it.
    public let versions: ClosedRange<Int16>
    /// The versions in which it may be null; nil for none.
    public let nullableVersions: ClosedRange<Int16>?
    /// The number of a tagged field (KIP-482).
    public let tag: UInt32?
    /// What it names.
    public let entity: FieldEntity?
    /// The fields within it.
    public let fields: [FieldDescription]

    /// Whether it is an array.
    public var isArray: Bool { type.hasPrefix("[") }
}

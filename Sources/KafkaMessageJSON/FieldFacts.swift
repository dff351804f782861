/// What a field of a message names, where the specification says so.
public enum FieldEntity: String, Sendable {
    case brokerId, groupId, producerId, topicName, transactionalId
}

/// What generated code tells a walker about a field.
///
/// Versions count within those of the struct that holds the field, and nullable ones within those of the field, so
/// that the common case needs no more than the name.
struct FieldFacts: ExpressibleByStringLiteral {
    let name: String
    private let from: Int16
    private let through: Int16
    private let nullFrom: Int16
    private let nullThrough: Int16
    /// The number of a tagged field.
    let tag: UInt32?
    let entity: FieldEntity?

    init(
        _ name: String, from: Int16 = 0, through: Int16 = .max, nullFrom: Int16 = 0, nullThrough: Int16 = .max,
        tag: UInt32? = nil, entity: FieldEntity? = nil
    ) {
        self.name = name
        self.from = from
        self.through = through
        self.nullFrom = nullFrom
        self.nullThrough = nullThrough
        self.tag = tag
        self.entity = entity
    }

    /// A field that is there in every version of its struct, and in them may be null if ever.
    init(stringLiteral name: String) {
        self.init(name)
    }

    func isThere(in version: Int16) -> Bool {
        from <= version && version <= through
    }

    func mayBeNull(in version: Int16) -> Bool {
        nullFrom <= version && version <= nullThrough
    }

    /// Its versions, for a struct with the versions `known`.
    func versions(within known: ClosedRange<Int16>) -> ClosedRange<Int16> {
        known.clamped(to: from...max(from, through))
    }

    /// The versions that allow null, for a field that has a null at all and is there in `known`.
    func nullableVersions(within known: ClosedRange<Int16>) -> ClosedRange<Int16> {
        known.clamped(to: nullFrom...max(nullFrom, nullThrough))
    }
}

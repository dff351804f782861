/// What becomes of a text that a message holds.
public enum NameChange: Sendable, Equatable {
    /// It stays.
    case keep
    /// Another takes its place.
    case replace(String)
    /// The element of an array that it stands in, directly or as its name, goes; outside of arrays it stays.
    case drop
}

/// A place in a message that holds text.
public struct NamePlace: Sendable, Equatable {
    /// The name of the field.
    public var field: String
    /// What the text names; nil where the specification does not say that it names anything.
    public var entity: FieldEntity?

    /// A field of that name.
    public init(field: String, entity: FieldEntity?) {
        self.field = field
        self.entity = entity
    }
}

/// What filters keep of one client's connection, an object of each type; it goes with the connection.
///
/// Only to be used on the connection's event loop, where filters are called; that makes it safe to be handed around.
public final class FilterConnection: @unchecked Sendable {
    private var kept: [ObjectIdentifier: AnyObject] = [:]

    /// A connection of which nothing is kept.
    public init() {}

    /// The object of a type; nil for none.
    public subscript<Value: AnyObject>(_ type: Value.Type) -> Value? {
        get { kept[ObjectIdentifier(type)] as? Value }
        set { kept[ObjectIdentifier(type)] = newValue }
    }
}

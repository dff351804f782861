/// A place in encoded bytes where bytes that are elsewhere belong.
public struct Splice: Sendable, Equatable {
    /// Where they belong: before the byte at this index of the buffer, in terms of its writer index.
    /// The bytes of several splices at one position follow in the order of the splices.
    public var position: Int
    /// What the message's `Records.external` said about them.
    public var token: Int
    /// How many they are.
    public var length: Int

    /// A place, what belongs there and how long it is.
    @inlinable
    public init(position: Int, token: Int, length: Int) {
        self.position = position
        self.token = token
        self.length = length
    }
}

/// A moment as an authentication needs it: what tokens are checked against, and what sessions last by.
public struct SaslInstant: Sendable, Equatable {
    /// Milliseconds since 1970.
    public var wall: Int64
    /// Milliseconds of a clock that never goes back, from any beginning.
    public var monotonic: Int64

    /// A moment on both clocks.
    public init(wall: Int64, monotonic: Int64) {
        self.wall = wall
        self.monotonic = monotonic
    }
}

/// What a capture holds so far.
public struct CaptureCounts: Sendable, Hashable {
    /// Frames of clients.
    public var requests = 0
    /// Frames of brokers.
    public var responses = 0
    /// Bytes of all frames, without their lengths.
    public var bytes: Int64 = 0
    /// Connections that were opened.
    public var connections = 0
    /// Connections that are open.
    public var open = 0
    /// Files that were begun.
    public var files = 0

    /// None yet.
    public init() {}
}

/// Where the broker listens, what it tells clients, and the listeners it accepts but does not open.
public struct ListenerConfiguration: Sendable, Equatable {
    /// To be opened, in the order of the file.
    public var listeners: [ListenerEndpoint]
    /// Told to clients, one for each listener that is advertised. An empty host means the machine's name, port 0 the
    /// port that the listener of the same name was bound to.
    public var advertisedListeners: [ListenerEndpoint]
    /// Accepted, and not opened: only this process needs its controller.
    public var controllerListeners: [ListenerEndpoint]
    public var controllerListenerNames: [String]
    /// The listener brokers use among themselves; DescribeCluster and metadata records name it.
    public var interBrokerListenerName: String
}

/// A connection of a capture.
public struct CapturedConnection: Sendable, Hashable {
    /// Its number, from 1 on in the order in which connections were opened.
    public var number: Int
    /// Microseconds from the capture's start to its opening.
    public var microseconds: Int64
    /// The name of the listener that it came over.
    public var listener: String
    /// The client's address.
    public var peerHost: String
    /// The client's port.
    public var peerPort: UInt16
    /// The broker's address.
    public var serverHost: String
    /// The broker's port.
    public var serverPort: UInt16
    /// The broker's number; -1 where it is not known.
    public var nodeId: Int32

    /// A connection of these properties.
    public init(
        number: Int = 0, microseconds: Int64 = 0, listener: String = "", peerHost: String = "", peerPort: UInt16 = 0,
        serverHost: String = "", serverPort: UInt16 = 0, nodeId: Int32 = -1
    ) {
        self.number = number
        self.microseconds = microseconds
        self.listener = listener
        self.peerHost = peerHost
        self.peerPort = peerPort
        self.serverHost = serverHost
        self.serverPort = serverPort
        self.nodeId = nodeId
    }
}

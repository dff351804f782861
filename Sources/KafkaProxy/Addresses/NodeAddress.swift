/// A broker's address as an answer names it.
public struct NodeAddress: Hashable, Sendable {
    /// The broker's number; -1 where the answer does not know one.
    public var nodeId: Int32
    /// Host name or address.
    public var host: String
    /// TCP port.
    public var port: Int32

    /// An address of its parts.
    public init(nodeId: Int32, host: String, port: Int32) {
        self.nodeId = nodeId
        self.host = host
        self.port = port
    }

    /// Whether it leads anywhere: an answer without a coordinator names an empty host and port -1.
    public var isUsable: Bool { !host.isEmpty && (1...65535).contains(port) }
}

public import KafkaSecurity
public import KafkaWire

/// Where a request came from, and what it is.
public struct FilterOrigin: Sendable {
    /// The API.
    public var apiKey: ApiKey
    /// The version of the API.
    public var apiVersion: Int16
    /// The client's number for the request.
    public var correlationId: Int32
    /// The client's name for itself.
    public var clientId: String?
    /// Who sent it, as the proxy knows its clients.
    public var principal: KafkaPrincipal
    /// The name of the listener that it came to.
    public var listener: String
    /// The address of the client.
    public var peerHost: String
    /// The client's connection; unique within the process.
    public var connectionId: UInt64
    /// What filters keep of that connection.
    public var connection: FilterConnection

    /// A request's origin.
    public init(
        apiKey: ApiKey, apiVersion: Int16, correlationId: Int32 = 0, clientId: String? = nil,
        principal: KafkaPrincipal = .anonymous, listener: String = "", peerHost: String = "", connectionId: UInt64 = 0,
        connection: FilterConnection = FilterConnection()
    ) {
        self.apiKey = apiKey
        self.apiVersion = apiVersion
        self.correlationId = correlationId
        self.clientId = clientId
        self.principal = principal
        self.listener = listener
        self.peerHost = peerHost
        self.connectionId = connectionId
        self.connection = connection
    }
}

import KafkaServer

/// What the engine keeps of a connection. Only to be touched on the connection's event loop, but for ``decisions``.
final class ConnectionState {
    /// What the client said it is, in ApiVersions.
    var software = ClientSoftware.unknown
    let decisions = ConnectionDecisions()
}

extension ConnectionContext {
    /// Only on ``eventLoop``.
    var connectionState: ConnectionState {
        if let state = engineState as? ConnectionState { return state }
        let state = ConnectionState()
        engineState = state
        return state
    }
}

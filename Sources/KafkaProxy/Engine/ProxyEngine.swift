import KafkaProtocol
import KafkaServer
import KafkaWire
import NIOCore

/// Engine two: passes requests on to a cluster, and its answers back with the addresses of the proxy in them.
///
/// Each client's connection has one to the cluster of its own, on the same event loop.
struct ProxyEngine: Engine {
    static var forwardsFrames: Bool { true }

    /// By the name of the listener, what its connections share.
    let cores: [String: ProxyCore]

    func connectionOpened(_ context: ConnectionContext) {
        guard let core = cores[context.listener] else { return }
        context.engineState = ProxySession(core: core, context: context)
    }

    func handle(_ request: inout Request, output: inout ResponseBuffer) -> Outcome {
        guard let session = request.context.engineState as? ProxySession else {
            return .close(.internalError("a connection without a session"))
        }
        if session.isMute { return .later }
        let filters = session.currentFilters
        // ApiVersions has an answer at any version, which says what is served.
        if request.apiKey != .apiVersions {
            guard let versions = filters.passing(request.apiKey) else {
                return .close(.unknownApi(request.apiKey))
            }
            guard versions.contains(request.apiVersion) else {
                return .close(.unsupportedVersion(request.apiKey, request.apiVersion))
            }
        }
        if let chain = filters.chain(request.apiKey) { return session.filter(request, chain) }
        if request.apiKey == .produce, Self.wantsNoAnswer(request) {
            session.forward(request.frame, nil)
            return .noResponse
        }
        session.forward(
            request.frame,
            PendingAnswer(
                apiKey: request.apiKey, version: request.apiVersion, correlationId: request.correlationId,
                token: request.replyToken,
                inspection: AnswerInspection(request.apiKey, version: request.apiVersion)))
        return .later
    }

    /// Whether a Produce request has acks=0.
    static func wantsNoAnswer(_ request: Request) -> Bool {
        let version = request.apiVersion
        let acks = try? request.body.withWireReader { (reader: inout WireReader) throws(WireError) -> Int16 in
            if version >= 3 { _ = try reader.readNullableString(flexible: version >= 9) }
            return try reader.readInt16()
        }
        return acks == 0
    }

    func outputChanged(_ context: ConnectionContext, isWritable: Bool) {
        (context.engineState as? ProxySession)?.clientChanged(isWritable: isWritable)
    }

    func connectionClosed(_ context: ConnectionContext, reason: CloseReason) {
        (context.engineState as? ProxySession)?.clientClosed()
        context.engineState = nil
    }
}

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
        guard session.speak(for: request.principal) else {
            return .close(.refused("requests were open when the client logged in"))
        }
        if let quotas = session.core.quotas, quotas.limitsTraffic {
            return handleCounted(&request, session, quotas, output: &output)
        }
        return pass(&request, session, output: &output)
    }

    /// Passes a request on, or answers it where that is not for the cluster.
    ///
    /// - Parameter charge: what quotas have to do with it; nil where they limit nobody.
    func pass(
        _ request: inout Request, _ session: ProxySession, charge: QuotaCharge? = nil, output: inout ResponseBuffer
    ) -> Outcome {
        // Of a request that is not there whole, it was asked before whether a filter wants it.
        let filters = request.isWhole ? session.currentFilters : session.filters
        // ApiVersions has an answer at any version, which says what is served.
        if request.apiKey == .apiVersions {
            if let refusal = Self.refusal(ofApiVersions: request.apiVersion) {
                return output.answer(request, refusal, version: 0)
            }
        } else {
            guard let versions = filters.passing(request.apiKey) else {
                return .close(.unknownApi(request.apiKey))
            }
            guard versions.contains(request.apiVersion) else {
                return .close(.unsupportedVersion(request.apiKey, request.apiVersion))
            }
        }
        if let chain = filters.chain(request.apiKey), request.isWhole { return session.filter(request, chain, charge) }
        if request.apiKey == .produce, Self.wantsNoAnswer(request) {
            session.forward(request.frame, isWhole: request.isWhole, nil)
            return .noResponse
        }
        session.forward(
            request.frame, isWhole: request.isWhole,
            PendingAnswer(
                apiKey: request.apiKey, version: request.apiVersion, correlationId: request.correlationId,
                token: request.replyToken,
                inspection: AnswerInspection(request.apiKey, version: request.apiVersion),
                charge: charge))
        return .later
    }

    /// What a client is told that asks at a version whose answer could not be read here: the versions at which it may
    /// ask, in the form of version 0 (KIP-511). Nil for versions that the cluster answers.
    private static func refusal(ofApiVersions version: Int16) -> ApiVersionsResponse? {
        guard let known = ApiKey.apiVersions.validVersions, version > known.upperBound else { return nil }
        var refusal = ApiVersionsResponse()
        refusal.errorCode = ErrorCode.unsupportedVersion.rawValue
        refusal.apiKeys = [
            .init(
                apiKey: ApiKey.apiVersions.rawValue, minVersion: known.lowerBound, maxVersion: known.upperBound)
        ]
        return refusal
    }

    func takesPart(of apiKey: ApiKey, version: Int16, body: ByteBuffer, _ context: ConnectionContext) -> Bool {
        // ApiVersions may be answered here, and then the cluster must see nothing of it.
        guard apiKey != .apiVersions, apiKey != .saslHandshake, let session = context.engineState as? ProxySession,
            !session.isMute,
            !session.currentFilters.needsWholeFrame(apiKey, version: version)
        else { return false }
        return apiKey != .produce || Self.acks(of: body, version: version) != nil
    }

    func handleToken(_ frame: ByteBuffer, _ token: ReplyToken, _ context: ConnectionContext) -> Outcome {
        guard let session = context.engineState as? ProxySession else {
            return .close(.internalError("a connection without a session"))
        }
        if !session.isMute { session.forwardToken(frame, token) }
        return .later
    }

    func continued(_ context: ConnectionContext, _ bytes: ByteBuffer, isLast: Bool) {
        (context.engineState as? ProxySession)?.continued(bytes, isLast: isLast)
    }

    func requestsHandled(_ context: ConnectionContext) {
        (context.engineState as? ProxySession)?.requestsHandled()
    }

    /// Whether a Produce request has acks=0.
    static func wantsNoAnswer(_ request: Request) -> Bool {
        acks(of: request.body, version: request.apiVersion) == 0
    }

    /// The acks of a Produce request, of whose body the beginning is there; nil where that is too short.
    private static func acks(of body: ByteBuffer, version: Int16) -> Int16? {
        try? body.withWireReader { (reader: inout WireReader) throws(WireError) -> Int16 in
            if version >= 3 { _ = try reader.readNullableString(flexible: version >= 9) }
            return try reader.readInt16()
        }
    }

    func outputChanged(_ context: ConnectionContext, isWritable: Bool) {
        (context.engineState as? ProxySession)?.clientChanged(isWritable: isWritable)
    }

    func connectionClosed(_ context: ConnectionContext, reason: CloseReason) {
        (context.engineState as? ProxySession)?.clientClosed()
        context.engineState = nil
    }
}

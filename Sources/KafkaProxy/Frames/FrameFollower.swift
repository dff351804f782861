import KafkaProtocol
import KafkaWire
public import NIOCore

/// Follows the frames of one connection: which request an answer belongs to, and how far authentication has come.
///
/// A pure value; it sees whole frames without their length, requests before their answers.
public struct FrameFollower: Sendable {
    /// Requests without an answer that are remembered; older ones are forgotten.
    static let mostOpen = 10_000

    private struct OpenRequest {
        var apiKey: ApiKey
        var apiVersion: Int16
        var correlationId: Int32
        var mechanism: String?
    }

    private var open: [OpenRequest] = []
    private var sasl = SASLState.none
    /// Tokens without headers that are still to come from each side.
    private var clientTokens = 0
    private var serverTokens = 0
    /// The broker accepted the last message of the mechanism; whether it was the mechanism's last, the next request
    /// shows.
    private var accepted = false

    /// A connection that was just opened.
    public init() {}

    /// Looks at a frame of the client.
    public mutating func request(_ frame: ByteBuffer) -> FollowedFrame {
        if clientTokens > 0 {
            clientTokens &-= 1
            return FollowedFrame(isToken: true, sasl: sasl)
        }
        var rest = frame
        guard let key: Int16 = rest.getInteger(at: rest.readerIndex),
            let version: Int16 = rest.getInteger(at: rest.readerIndex &+ 2),
            let correlationId: Int32 = rest.getInteger(at: rest.readerIndex &+ 4)
        else { return FollowedFrame(sasl: sasl) }
        let apiKey = ApiKey(rawValue: key)
        note(apiKey)
        let header = apiKey.requestHeaderVersion(version)
        let isReadable = (try? rest.readMessage(RequestHeader.self, version: header)) != nil
        let bodyOffset = isReadable ? rest.readerIndex &- frame.readerIndex : nil
        if !(isReadable && apiKey == .produce && Self.wantsNoAnswer(rest, version: version)) {
            if open.count >= Self.mostOpen { open.removeFirst(Self.mostOpen / 2) }
            open.append(
                OpenRequest(
                    apiKey: apiKey, apiVersion: version, correlationId: correlationId,
                    mechanism: apiKey == .saslHandshake && isReadable ? Self.mechanism(rest, version) : nil))
        }
        return FollowedFrame(
            apiKey: apiKey, apiVersion: version, correlationId: correlationId, bodyOffset: bodyOffset, sasl: sasl)
    }

    /// Looks at a frame of the broker.
    public mutating func response(_ frame: ByteBuffer) -> FollowedFrame {
        if serverTokens > 0, clientTokens < serverTokens {
            serverTokens &-= 1
            let token = FollowedFrame(isToken: true, sasl: sasl)
            if serverTokens == 0 { sasl = .authenticated }
            return token
        }
        guard let correlationId: Int32 = frame.getInteger(at: frame.readerIndex) else {
            return FollowedFrame(sasl: sasl)
        }
        guard let index = open.firstIndex(where: { $0.correlationId == correlationId }) else {
            return FollowedFrame(correlationId: correlationId, sasl: sasl)
        }
        let request = open[index]
        open.removeFirst(index &+ 1)
        var rest = frame
        let header = request.apiKey.responseHeaderVersion(request.apiVersion)
        let isReadable = (try? rest.readMessage(ResponseHeader.self, version: header)) != nil
        let followed = FollowedFrame(
            apiKey: request.apiKey, apiVersion: request.apiVersion, correlationId: correlationId,
            bodyOffset: isReadable ? rest.readerIndex &- frame.readerIndex : nil, sasl: sasl)
        if isReadable { settle(request, errorCode: rest.getInteger(at: rest.readerIndex)) }
        return followed
    }

    /// A request that is no part of the exchange shows that it is over.
    private mutating func note(_ apiKey: ApiKey) {
        if accepted, apiKey != .saslAuthenticate, apiKey != .saslHandshake {
            sasl = .authenticated
            accepted = false
        }
    }

    private mutating func settle(_ request: OpenRequest, errorCode: Int16?) {
        switch request.apiKey {
        case .saslHandshake where errorCode == 0:
            sasl = .underway
            accepted = false
            if request.apiVersion == 0 {
                clientTokens = Self.rounds(of: request.mechanism)
                serverTokens = clientTokens
            }
        case .saslAuthenticate:
            accepted = errorCode == 0
            if !accepted { sasl = .none }
        default: break
        }
    }

    /// How many tokens each side sends, where they travel without headers (before KIP-152).
    private static func rounds(of mechanism: String?) -> Int {
        switch mechanism {
        case "PLAIN", "OAUTHBEARER": 1
        case "GSSAPI": 3
        case let name? where name.hasPrefix("SCRAM-"): 2
        default: 1
        }
    }

    private static func mechanism(_ body: ByteBuffer, _ version: Int16) -> String? {
        try? body.decodeMessage(SaslHandshakeRequest.self, version: version).mechanism
    }

    /// Whether a Produce request has acks=0, and so no answer.
    private static func wantsNoAnswer(_ body: ByteBuffer, version: Int16) -> Bool {
        let acks = try? body.withWireReader { (reader: inout WireReader) throws(WireError) -> Int16 in
            if version >= 3 { _ = try reader.readNullableString(flexible: version >= 9) }
            return try reader.readInt16()
        }
        return acks == 0
    }
}

import KafkaProtocol
public import KafkaWire
public import NIOCore

/// Rewrites the addresses of brokers in answers, so that clients stay on what stands between them and the brokers.
public enum AddressRewriter {
    static let carriers: [any AddressCarrier.Type] = [
        MetadataResponse.self, FindCoordinatorResponse.self, DescribeClusterResponse.self, ProduceResponse.self,
        FetchResponse.self, ShareFetchResponse.self, ShareAcknowledgeResponse.self,
    ]

    private static let byKey: [ApiKey: any AddressCarrier.Type] = Dictionary(
        carriers.map { ($0.apiKey, $0) }, uniquingKeysWith: { first, _ in first })

    /// Whether answers of the API at that version can carry addresses; all others may pass unread.
    ///
    /// Produce has them from version 10 on (KIP-951), Fetch from 16 on.
    public static func carriesAddresses(_ apiKey: ApiKey, version: Int16) -> Bool {
        switch apiKey {
        case .produce: version >= 10
        case .fetch: version >= 16
        default: byKey[apiKey] != nil
        }
    }

    /// Rewrites the body of an answer.
    ///
    /// - Parameters:
    ///   - body: the frame after its header.
    ///   - change: is given each usable address and changes its host and port, or leaves it as it is.
    /// - Returns: the new body, or nil when nothing in it changes. The answer's bytes are kept alike but for the
    ///   addresses.
    /// - Throws: when the body cannot be read, or not be written again at that version.
    public static func rewrite(
        _ apiKey: ApiKey, version: Int16, body: ByteBuffer, change: (inout NodeAddress) -> Void
    ) throws(WireError) -> ByteBuffer? {
        guard carriesAddresses(apiKey, version: version), let carrier = byKey[apiKey] else { return nil }
        return try rewrite(carrier, version: version, body: body, change: change)
    }

    private static func rewrite<Carrier: AddressCarrier>(
        _: Carrier.Type, version: Int16, body: ByteBuffer, change: (inout NodeAddress) -> Void
    ) throws(WireError) -> ByteBuffer? {
        var message = try body.decodeMessage(Carrier.self, version: version)
        guard message.changeAddresses(change) else { return nil }
        var rewritten = ByteBuffer()
        try rewritten.writeMessage(message, version: version, capacityHint: body.readableBytes &+ 256)
        return rewritten
    }
}

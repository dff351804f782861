import NIOCore

/// The little a coordinator reads of the protocol that consumers speak among themselves inside JoinGroup's metadata.
enum ConsumerProtocol {
    /// The topics of a `ConsumerProtocolSubscription` of any version; nil if the bytes are no such thing.
    static func subscribedTopics(_ metadata: ByteBuffer) -> [String]? {
        var metadata = metadata
        guard let version: Int16 = metadata.readInteger(), version >= 0,
            let count: Int32 = metadata.readInteger(), count >= 0,
            // Each topic takes two bytes at least.
            Int(count) <= metadata.readableBytes / 2
        else { return nil }
        var topics: [String] = []
        topics.reserveCapacity(Int(count))
        for _ in 0..<count {
            guard let length: Int16 = metadata.readInteger(), length >= 0,
                let topic = metadata.readString(length: Int(length))
            else { return nil }
            topics.append(topic)
        }
        return topics
    }
}

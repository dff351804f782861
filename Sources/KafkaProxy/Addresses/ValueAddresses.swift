import KafkaProtocol
import KafkaWire
import NIOCore

/// Addresses of brokers that stand inside values: the listeners in the configs of a broker, and the controllers that
/// DescribeQuorum names.
enum ValueAddresses {
    /// Configs of a broker whose value is a list of `NAME://host:port`.
    private static let listenerConfigs: Set<String> = [
        "listeners", "advertised.listeners", "controller.quorum.bootstrap.servers", "controller.quorum.voters",
    ]
    /// The fields beside configs, in the form of ``AddressRule/path``.
    static let addressPaths = ["DescribeQuorum.nodes.listeners"]
    private static let brokerResource: Int8 = 4

    /// Whether answers of the API may hold such values.
    static func mayCarry(_ apiKey: ApiKey) -> Bool {
        apiKey == .describeConfigs || apiKey == .describeQuorum
    }

    /// Rewrites the body of an answer.
    ///
    /// - Parameter advertised: what clients are told for a broker; -1 stands for any.
    /// - Returns: the new body, or nil when nothing changes.
    /// - Throws: when the body cannot be read or written.
    static func rewrite(
        _ apiKey: ApiKey, version: Int16, body: ByteBuffer, advertised: (Int32) -> NodeAddress
    ) throws(WireError) -> ByteBuffer? {
        switch apiKey {
        case .describeConfigs:
            var message = try body.decodeMessage(DescribeConfigsResponse.self, version: version)
            guard change(&message, advertised) else { return nil }
            return try written(message, version: version, like: body)
        case .describeQuorum:
            var message = try body.decodeMessage(DescribeQuorumResponse.self, version: version)
            guard change(&message, advertised) else { return nil }
            return try written(message, version: version, like: body)
        default: return nil
        }
    }

    private static func written(
        _ message: some ResponseMessage, version: Int16, like body: ByteBuffer
    ) throws(WireError) -> ByteBuffer {
        var buffer = ByteBuffer()
        try buffer.writeMessage(message, version: version, capacityHint: body.readableBytes &+ 256)
        return buffer
    }

    private static func change(
        _ message: inout DescribeConfigsResponse, _ advertised: (Int32) -> NodeAddress
    ) -> Bool {
        var changed = false
        for result in message.results.indices where message.results[result].resourceType == brokerResource {
            let node = advertised(Int32(message.results[result].resourceName) ?? -1)
            for config in message.results[result].configs.indices
            where listenerConfigs.contains(message.results[result].configs[config].name) {
                changed = true
                let value = message.results[result].configs[config].value
                message.results[result].configs[config].value = value.map { rewrite($0, node, voter: advertised) }
                for synonym in message.results[result].configs[config].synonyms.indices {
                    let value = message.results[result].configs[config].synonyms[synonym].value
                    message.results[result].configs[config].synonyms[synonym].value = value.map {
                        rewrite($0, node, voter: advertised)
                    }
                }
            }
        }
        return changed
    }

    private static func change(_ message: inout DescribeQuorumResponse, _ advertised: (Int32) -> NodeAddress) -> Bool {
        var changed = false
        for node in message.nodes.indices {
            let address = advertised(message.nodes[node].nodeId)
            for listener in message.nodes[node].listeners.indices {
                message.nodes[node].listeners[listener].host = address.host
                message.nodes[node].listeners[listener].port = UInt16(clamping: address.port)
                changed = true
            }
        }
        return changed
    }

    /// Each item keeps what stands before its address: a listener's name, or a voter's id.
    ///
    /// - Parameter voter: what clients are told of the voter with an id.
    static func rewrite(_ list: String, _ broker: NodeAddress, voter: (Int32) -> NodeAddress) -> String {
        list.split(separator: ",").map { item in
            let id = item.firstIndex(of: "@").flatMap { Int32(item[..<$0]) }
            let node = id.map(voter) ?? broker
            let host = node.host.contains(":") ? "[\(node.host)]" : node.host
            let prefix: Substring
            if let end = item.lastIndex(of: "/") ?? item.lastIndex(of: "@") {
                prefix = item[...end]
            } else {
                prefix = ""
            }
            return "\(prefix)\(host):\(node.port)"
        }.joined(separator: ",")
    }
}

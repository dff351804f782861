import KafkaProtocol
import KafkaWire
import NIOCore
import Testing

@testable import KafkaProxy

/// An answer with addresses, as bytes at every version that can have them.
private struct Sample: Sendable {
    var path: String
    var apiKey: ApiKey
    var versions: ClosedRange<Int16>
    var encode: @Sendable (_ host: String, _ port: Int32, _ version: Int16) throws -> ByteBuffer

    init<Message: ResponseMessage>(
        _ path: String, _ versions: ClosedRange<Int16>,
        _ make: @escaping @Sendable (_ host: String, _ port: Int32) -> Message
    ) {
        self.path = path
        apiKey = Message.apiKey
        self.versions = versions
        encode = { host, port, version in
            var bytes = ByteBuffer()
            try bytes.writeMessage(make(host, port), version: version)
            return bytes
        }
    }

    static let all: [Sample] = [
        Sample("Metadata.brokers", 0...13) { host, port in
            MetadataResponse(
                brokers: [
                    .init(nodeId: 1, host: host, port: port), .init(nodeId: 2, host: "elsewhere", port: 9092),
                ],
                topics: [.init(name: "t", partitions: [.init(partitionIndex: 0, leaderId: 1, replicaNodes: [1, 2])])])
        },
        Sample("FindCoordinator", 0...3) { host, port in
            FindCoordinatorResponse(nodeId: 1, host: host, port: port)
        },
        Sample("FindCoordinator.coordinators", 4...6) { host, port in
            FindCoordinatorResponse(coordinators: [
                .init(key: "g", nodeId: 1, host: host, port: port),
                .init(key: "none", nodeId: -1, host: "", port: -1, errorCode: 15),
            ])
        },
        Sample("DescribeCluster.brokers", 0...2) { host, port in
            DescribeClusterResponse(clusterId: "c", brokers: [.init(brokerId: 1, host: host, port: port)])
        },
        Sample("Produce.nodeEndpoints", 10...13) { host, port in
            ProduceResponse(nodeEndpoints: [.init(nodeId: 1, host: host, port: port)])
        },
        Sample("Fetch.nodeEndpoints", 16...18) { host, port in
            FetchResponse(nodeEndpoints: [.init(nodeId: 1, host: host, port: port)])
        },
        Sample("ShareFetch.nodeEndpoints", 1...2) { host, port in
            ShareFetchResponse(nodeEndpoints: [.init(nodeId: 1, host: host, port: port)])
        },
        Sample("ShareAcknowledge.nodeEndpoints", 1...2) { host, port in
            ShareAcknowledgeResponse(nodeEndpoints: [.init(nodeId: 1, host: host, port: port)])
        },
    ]
}

@Suite struct AddressRewriterTests {
    @Test func everyRewrittenRuleHasASample() {
        let rewritten = AddressRule.all.filter { $0.reasonToKeep == nil }.map(\.path)
        #expect(Set(rewritten) == Set(Sample.all.map(\.path)).union(ValueAddresses.addressPaths))
    }

    @Test(arguments: Sample.all.map(\.path))
    func onlyTheAddressChanges(path: String) throws {
        let sample = try #require(Sample.all.first { $0.path == path })
        for version in sample.versions {
            let before = try sample.encode("broker-1.example", 9092, version)
            var seen: [NodeAddress] = []
            let after = try AddressRewriter.rewrite(sample.apiKey, version: version, body: before) { address in
                seen.append(address)
                if address.host == "broker-1.example" { (address.host, address.port) = ("127.0.0.1", 40_001) }
            }
            #expect(seen.first == NodeAddress(nodeId: seen.first?.nodeId ?? 0, host: "broker-1.example", port: 9092))
            #expect(seen.allSatisfy { $0.isUsable })
            #expect(try after == sample.encode("127.0.0.1", 40_001, version), "version \(version)")
            #expect(try AddressRewriter.rewrite(sample.apiKey, version: version, body: before) { _ in } == nil)
        }
    }

    @Test func whatCarriesNoAddressesPassesUnread() throws {
        let garbage = ByteBuffer(bytes: [0xff, 0xff])
        #expect(try AddressRewriter.rewrite(.heartbeat, version: 4, body: garbage) { _ in } == nil)
        #expect(try AddressRewriter.rewrite(.fetch, version: 15, body: garbage) { _ in } == nil)
        #expect(throws: WireError.self) {
            try AddressRewriter.rewrite(.metadata, version: 9, body: garbage) { _ in }
        }
    }
}

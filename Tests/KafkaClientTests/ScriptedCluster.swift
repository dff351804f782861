import KafkaProtocol
import KafkaWire
import NIOCore
import Synchronization

@testable import KafkaClient

/// A cluster of one scripted broker, which answers ApiVersions, Metadata, FindCoordinator and InitProducerId itself.
struct ScriptedCluster {
    let broker: ScriptedBroker
    let cluster: KafkaCluster

    static let topicId = Uuid(high: 1, low: 2)

    /// - Parameter script: answers what is left; the number counts the requests of that API from 1.
    static func start(
        partitions: Int32 = 1, script: @escaping @Sendable (ReceivedRequest, Int) -> ByteBuffer?
    ) async throws -> ScriptedCluster {
        let state = ScriptState()
        let shared = SharedPort()
        let broker = try await ScriptedBroker.start { request in
            switch request.api {
            case .apiVersions:
                request.answer(
                    ApiVersionsResponse.offering(
                        ApiKey.all.compactMap { key in
                            key.kafka43Versions.map { (key, $0) }
                        }))
            case .metadata:
                request.answer(metadata(port: shared.port.withLock { $0 }, partitions: partitions))
            case .findCoordinator:
                request.answer(
                    FindCoordinatorResponse(
                        coordinators: [.init(nodeId: 1, host: "127.0.0.1", port: Int32(shared.port.withLock { $0 }))]))
            case .initProducerId:
                request.answer(
                    InitProducerIdResponse(producerId: Int64(state.count(.initProducerId)) + 999, producerEpoch: 0))
            default:
                script(request, state.count(request.api))
            }
        }
        shared.port.withLock { $0 = broker.address.port }
        let configuration = ClientConfiguration(
            connectTimeout: 60_000, requestTimeout: 60_000, operationTimeout: 60_000, retryBackoff: 1,
            retryBackoffMax: 5)
        return ScriptedCluster(
            broker: broker, cluster: KafkaCluster(bootstrap: [broker.address], configuration: configuration))
    }

    func stop() async {
        await cluster.close()
        await broker.stop()
    }

    /// The requests of one API so far, decoded.
    func requests<R: RequestMessage>(_ type: R.Type) throws -> [R] {
        try broker.received.filter { $0.api == R.apiKey }.map {
            try $0.body.decodeMessage(R.self, version: $0.version)
        }
    }

    private static func metadata(port: Int, partitions: Int32) -> MetadataResponse {
        var topic = MetadataResponse.MetadataResponseTopic()
        topic.name = "t"
        topic.topicId = topicId
        topic.partitions = (0..<partitions).map {
            .init(partitionIndex: $0, leaderId: 1, leaderEpoch: 0, replicaNodes: [1], isrNodes: [1])
        }
        return MetadataResponse(
            brokers: [.init(nodeId: 1, host: "127.0.0.1", port: Int32(port))], clusterId: "c", controllerId: 1,
            topics: [topic])
    }
}

private final class SharedPort: Sendable {
    let port = Mutex(0)
}

/// Counts requests by API.
private final class ScriptState: Sendable {
    private let counts = Mutex<[ApiKey: Int]>([:])

    func count(_ api: ApiKey) -> Int {
        counts.withLock { counts in
            counts[api, default: 0] += 1
            return counts[api] ?? 0
        }
    }
}

import KafkaProtocol
import KafkaServer
import KafkaWire

/// What one connection may fetch. A session (KIP-227) keeps its partitions at the cluster, so it holds those that the
/// client may read, and no others; those that were refused are told with every answer, as partitions in error are.
///
/// A pure value.
struct FetchGuard: Sendable {
    /// Partitions that are remembered as refused; with more, the session ends.
    static let mostRefused = 10_000

    private struct Partition: Hashable {
        let topic: String
        let id: Uuid
        let index: Int32
    }

    /// What is done with a Fetch.
    enum Decision {
        /// It passes. Where `failures` are not empty they join the answer.
        case pass(isChanged: Bool, failures: [FetchResponse.FetchableTopicResponse])
        /// This is its answer.
        case answer(FetchResponse)
    }

    /// Tells the fetches of one session from those of the ones before it, whose answers may still be on their way.
    struct Generation: Sendable, Equatable {
        /// The rules by which its partitions were chosen.
        fileprivate var rules = 0
        /// Counts the fetches that begin anew.
        fileprivate var count = 0
    }

    /// The session that the cluster gave this connection.
    private var session: Int32 = 0
    /// That of the last request.
    private(set) var generation = Generation()
    private var refused: [Partition: ErrorCode] = [:]

    /// Takes out of a Fetch what its sender may not read.
    ///
    /// - Parameter rules: another number when decisions may have become others.
    mutating func request(_ message: inout FetchRequest, _ gate: AccessGate, rules: Int) -> Decision {
        let byId = gate.version >= 13
        let isSession = gate.version >= 7 && message.sessionEpoch > 0
        if isSession, message.sessionId != session || rules != generation.rules || refused.count > Self.mostRefused {
            // Whatever the session holds, it was chosen for another peer or by other rules. The client begins anew.
            return .answer(FetchResponse(errorCode: ErrorCode.fetchSessionIdNotFound.rawValue, sessionId: 0))
        }
        if !isSession {
            (session, refused) = (0, [:])
            generation = Generation(rules: rules, count: generation.count &+ 1)
        }
        let isFollower = message.replicaId >= 0 || message.replicaState.replicaId >= 0
        let isDenied = isFollower && !gate.allows(.actForCluster)
        for forgotten in message.forgottenTopicsData {
            for index in forgotten.partitions {
                refused[Partition(topic: forgotten.topic, id: forgotten.topicId, index: index)] = nil
            }
        }
        let taken = gate.take(&message.topics) { topic in
            if isFollower { return isDenied ? AccessRule.readTopic.error : nil }
            return gate.error(.readTopic, topic: topic.topic, id: topic.topicId, byId: byId)
        }
        for (topic, error) in taken {
            for partition in topic.partitions {
                refused[Partition(topic: topic.topic, id: topic.topicId, index: partition.partition)] = error
            }
        }
        let failures = self.failures
        guard isSession || !message.topics.isEmpty || failures.isEmpty else {
            return .answer(FetchResponse(errorCode: 0, sessionId: 0, responses: failures))
        }
        // What is refused is an answer at once, as it is in Kafka.
        if !failures.isEmpty { message.maxWaitMs = 0 }
        return .pass(isChanged: !failures.isEmpty, failures: failures)
    }

    /// Notes the session that an answer opens. Where another fetch began anew meanwhile, the session is not taken: its
    /// partitions were chosen by other rules, maybe, and what was refused of them is forgotten.
    ///
    /// - Parameter asked: the generation as it was when the request passed.
    mutating func answered(sessionId: Int32, to asked: Generation) {
        guard asked == generation else { return }
        session = sessionId
    }

    private var failures: [FetchResponse.FetchableTopicResponse] {
        struct Topic: Hashable {
            let name: String
            let id: Uuid
        }
        var places: [Topic: Int] = [:]
        var failures: [FetchResponse.FetchableTopicResponse] = []
        for (partition, error) in refused.sorted(by: { ($0.key.topic, $0.key.index) < ($1.key.topic, $1.key.index) }) {
            let topic = Topic(name: partition.topic, id: partition.id)
            let place = places[topic] ?? failures.count
            if places.updateValue(place, forKey: topic) == nil {
                failures.append(.init(topic: partition.topic, topicId: partition.id))
            }
            failures[place].partitions.append(
                .init(
                    partitionIndex: partition.index, errorCode: error.rawValue, highWatermark: -1,
                    lastStableOffset: -1, logStartOffset: -1, records: .empty))
        }
        return failures
    }
}

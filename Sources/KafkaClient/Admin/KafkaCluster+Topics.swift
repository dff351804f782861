import KafkaProtocol
import KafkaWire

/// A topic that is to be created.
public struct NewTopic: Sendable {
    /// The topic's name.
    public var name: String
    /// How many partitions; -1 leaves it to the broker's `num.partitions`.
    public var partitions: Int32
    /// Replicas of each partition; -1 leaves it to the broker's `default.replication.factor`.
    public var replicationFactor: Int16
    /// Broker ids of each partition's replicas, in the order of the partitions; empty leaves it to the broker.
    public var assignments: [[Int32]]
    /// Settings that differ from the broker's.
    public var configs: [(name: String, value: String)]

    /// A topic; everything but the name may be left to the broker.
    public init(
        name: String, partitions: Int32 = -1, replicationFactor: Int16 = -1,
        assignments: [[Int32]] = [], configs: [(name: String, value: String)] = []
    ) {
        self.name = name
        self.partitions = partitions
        self.replicationFactor = replicationFactor
        self.assignments = assignments
        self.configs = configs
    }
}

extension KafkaCluster {
    /// Creates a topic. Throws ``ClientError``, among them `.broker(.topicAlreadyExists, …)`.
    ///
    /// Brokers before CreateTopics version 4 know no defaults: there, -1 becomes 1.
    public func createTopic(_ topic: NewTopic, validateOnly: Bool = false) async throws {
        try await retrying("Creating topic '\(topic.name)'") { [self] in
            let connection = try await connection(to: .controller)
            let knowsDefaults = try connection.version(of: CreateTopicsRequest.self) >= 4
            let hasAssignments = !topic.assignments.isEmpty
            let fallback: Int32 = knowsDefaults || hasAssignments ? -1 : 1
            var wanted = CreateTopicsRequest.CreatableTopic(name: topic.name)
            wanted.numPartitions = topic.partitions < 0 ? fallback : topic.partitions
            wanted.replicationFactor =
                topic.replicationFactor < 0 ? Int16(truncatingIfNeeded: fallback) : topic.replicationFactor
            wanted.assignments = topic.assignments.enumerated().map { index, brokers in
                .init(partitionIndex: Int32(clamping: index), brokerIds: brokers)
            }
            wanted.configs = topic.configs.map { .init(name: $0.name, value: $0.value) }
            let response = try await connection.send(
                CreateTopicsRequest(
                    topics: [wanted], timeoutMs: Int32(clamping: configuration.requestTimeout),
                    validateOnly: validateOnly))
            guard let result = response.topics.first else { return }
            try check(result.errorCode, "Topic '\(topic.name)'", result.errorMessage)
        }
    }

    /// Deletes topics by name; the result has an entry for each that could not be deleted. Throws ``ClientError``.
    public func deleteTopics(_ names: [String]) async throws -> [String: ClientError] {
        try await retrying("Deleting topics") { [self] in
            let connection = try await connection(to: .controller)
            var request = DeleteTopicsRequest()
            request.timeoutMs = Int32(clamping: configuration.requestTimeout)
            if try connection.version(of: DeleteTopicsRequest.self) >= 6 {
                request.topics = names.map { .init(name: $0) }
            } else {
                request.topicNames = names
            }
            let response = try await connection.send(request)
            var failures: [String: ClientError] = [:]
            for result in response.responses {
                let name = result.name ?? ""
                do throws(ClientError) {
                    try check(result.errorCode, "Topic '\(name)'", result.errorMessage)
                } catch {
                    guard error.errorCode != .notController else { throw error }
                    failures[name] = error
                }
            }
            return failures
        }
    }

    /// Raises a topic's number of partitions to `count`. Throws ``ClientError``.
    ///
    /// - Parameter assignments: broker ids of each new partition's replicas; nil leaves them to the broker.
    public func createPartitions(topic: String, count: Int32, assignments: [[Int32]]? = nil) async throws {
        try await retrying("Adding partitions to '\(topic)'") { [self] in
            let wanted = CreatePartitionsRequest.CreatePartitionsTopic(
                name: topic, count: count, assignments: assignments?.map { .init(brokerIds: $0) })
            let response = try await send(
                CreatePartitionsRequest(
                    topics: [wanted], timeoutMs: Int32(clamping: configuration.requestTimeout)),
                to: .controller)
            guard let result = response.results.first else { return }
            try check(result.errorCode, "Topic '\(topic)'", result.errorMessage)
        }
    }
}

/// Turns an error code in a response into an error.
func check(_ code: Int16, _ subject: String, _ message: String? = nil) throws(ClientError) {
    let code = ErrorCode(rawValue: code)
    guard code == .none else { throw .broker(code, subject: subject, message: message) }
}

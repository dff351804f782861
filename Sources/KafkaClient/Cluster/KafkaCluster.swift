import KafkaProtocol
public import KafkaWire

/// A cluster reached through its bootstrap servers: its metadata, and a connection to each broker that is needed.
public actor KafkaCluster {
    /// Which broker a request goes to.
    public enum Target: Hashable, Sendable {
        /// Whichever can be reached.
        case any
        /// The controller, for administrative requests.
        case controller
        /// The broker with an id.
        case broker(Int32)
        /// The coordinator of a consumer group.
        case coordinator(group: String)
    }

    /// Requests that the broker may hold back travel on connections of their own, because answers come in order.
    public enum Lane: Hashable, Sendable {
        /// Requests that are answered at once.
        case general
        /// Group membership: a JoinGroup waits for the other members.
        case coordination
        /// Fetches, which wait for records.
        case fetch
    }

    private struct Slot: Hashable {
        var node: Int32
        var lane: Lane
    }

    /// What the cluster's connections share.
    public nonisolated let configuration: ClientConfiguration
    /// What is known of the cluster; grows with every topic that is asked for.
    public private(set) var metadata = ClusterMetadata()

    private let bootstrap: [BrokerAddress]
    private var connections: [Slot: Task<KafkaConnection, any Error>] = [:]
    private var bootstrapConnection: KafkaConnection?
    private var coordinators: [String: Int32] = [:]
    private var hasConnected = false
    private var isClosed = false
    /// Set by a failure: addresses are asked for anew before the next use.
    private var brokersAreStale = false

    /// A cluster; nothing is connected until the first request.
    public init(bootstrap: [BrokerAddress], configuration: ClientConfiguration = ClientConfiguration()) {
        self.bootstrap = bootstrap
        self.configuration = configuration
    }

    /// Closes all connections; what still waits fails.
    public func close() {
        isClosed = true
        bootstrapConnection?.close()
        bootstrapConnection = nil
        for task in connections.values {
            task.cancel()
            Task { try? await task.value.close() }
        }
        connections = [:]
    }

    /// A connection to the target, made if there is none. Throws ``ClientError``.
    public func connection(to target: Target, lane: Lane = .general) async throws -> KafkaConnection {
        switch target {
        case .any: try await anyConnection()
        case .controller: try await controllerConnection()
        case .broker(let id): try await brokerConnection(id, lane: lane)
        case .coordinator(let group): try await brokerConnection(try await coordinator(of: group), lane: lane)
        }
    }

    private func anyConnection() async throws -> KafkaConnection {
        guard !isClosed else { throw ClientError.closed }
        if let connection = bootstrapConnection, connection.isOpen { return connection }
        for (slot, task) in connections where slot.lane == .general {
            if let connection = try? await task.value, connection.isOpen { return connection }
        }
        return try await bootstrapAnew()
    }

    private func bootstrapAnew() async throws -> KafkaConnection {
        let known = metadata.brokers.values.filter { !bootstrap.contains($0) }.sorted {
            $0.description < $1.description
        }
        var failures: [ClientError] = []
        for address in bootstrap + known {
            do {
                return try adopt(try await KafkaConnection.connect(to: address, configuration: configuration))
            } catch let error as ClientError where error != .closed {
                failures.append(error)
            }
        }
        throw ClientError.noBootstrapServer(failures)
    }

    /// Keeps a new connection for general use, unless another task was faster or the cluster was closed meanwhile.
    private func adopt(_ connection: KafkaConnection) throws(ClientError) -> KafkaConnection {
        if let earlier = bootstrapConnection, earlier.isOpen {
            connection.close()
            return earlier
        }
        guard !isClosed else {
            connection.close()
            throw .closed
        }
        bootstrapConnection = connection
        hasConnected = true
        return connection
    }

    private func controllerConnection() async throws -> KafkaConnection {
        if metadata.brokers[metadata.controllerId] == nil { try await refreshMetadata(topics: []) }
        // A cluster that names none forwards from any broker.
        guard metadata.brokers[metadata.controllerId] != nil else { return try await anyConnection() }
        return try await brokerConnection(metadata.controllerId, lane: .general)
    }

    private func brokerConnection(_ id: Int32, lane: Lane) async throws -> KafkaConnection {
        guard !isClosed else { throw ClientError.closed }
        if brokersAreStale || metadata.brokers[id] == nil { try await refreshMetadata(topics: []) }
        guard let address = metadata.brokers[id] else { throw ClientError.brokerUnknown(id) }
        if lane == .general, let connection = bootstrapConnection, connection.isOpen, connection.address == address {
            return connection
        }
        let slot = Slot(node: id, lane: lane)
        if let task = connections[slot] {
            if let connection = try? await task.value, connection.isOpen, connection.address == address {
                return connection
            }
            if connections[slot] == task { connections[slot] = nil }
        }
        let task: Task<KafkaConnection, any Error>
        if let running = connections[slot] {
            task = running
        } else {
            let configuration = configuration
            task = Task { try await KafkaConnection.connect(to: address, configuration: configuration) }
            connections[slot] = task
        }
        do {
            let connection = try await task.value
            hasConnected = true
            return connection
        } catch {
            if connections[slot] == task { connections[slot] = nil }
            throw error
        }
    }

    /// Asks for topics (nil: all of them) and adds what is said to ``metadata``. Throws ``ClientError``.
    ///
    /// An unknown topic is no failure: its entry carries the error code.
    @discardableResult
    public func refreshMetadata(topics: [String]?, autoCreate: Bool = false) async throws -> ClusterMetadata {
        let connection = try await anyConnection()
        let version = try connection.version(of: MetadataRequest.self)
        var request = MetadataRequest()
        if let topics {
            request.topics = topics.map { MetadataRequest.MetadataRequestTopic(name: $0) }
        } else {
            request.topics = version == 0 ? [] : nil
        }
        // Before version 4 the broker decides alone whether it creates a topic.
        request.allowAutoTopicCreation = autoCreate || version < 4
        let response = try await connection.send(request)
        let code = ErrorCode(rawValue: response.errorCode)
        guard code == .none else { throw ClientError.broker(code, subject: "Metadata", message: nil) }
        let fresh = ClusterMetadata(response)
        var merged = fresh
        if let topics {
            merged.topics = metadata.topics.merging(fresh.topics) { _, new in new }
            for name in topics where fresh.topics[name] == nil { merged.topics[name] = nil }
        }
        metadata = merged
        brokersAreStale = false
        return fresh
    }

    /// The broker id of a group's coordinator, asked for once and kept until a request shows that it moved.
    public func coordinator(of group: String) async throws -> Int32 {
        if let known = coordinators[group] { return known }
        let connection = try await anyConnection()
        let version = try connection.version(of: FindCoordinatorRequest.self)
        var request = FindCoordinatorRequest()
        if version >= 4 { request.coordinatorKeys = [group] } else { request.key = group }
        let response = try await connection.send(request)
        let found = CoordinatorAnswer(response, version: version)
        guard let found, found.error == .none else {
            throw ClientError.broker(
                found?.error ?? .coordinatorNotAvailable, subject: "Group '\(group)'", message: found?.message)
        }
        metadata.brokers[found.node] = found.address
        coordinators[group] = found.node
        return found.node
    }

    /// Sends one request to the target, once.
    ///
    /// Throws ``ClientError``; error codes inside of the response are the caller's to read.
    public func send<R: RequestMessage>(
        _ request: R, to target: Target, lane: Lane = .general, maxVersion: Int16 = .max, timeout: Int64? = nil
    ) async throws -> R.Response {
        let connection = try await connection(to: target, lane: lane)
        return try await connection.send(request, maxVersion: maxVersion, timeout: timeout)
    }

    /// Runs `body` until it succeeds, fails for good, or the time is over; pauses grow between attempts.
    ///
    /// What is known of leaders, controller and coordinators is dropped before each new attempt.
    /// - Parameter timeout: milliseconds in all; the configured `operationTimeout` if nil.
    public func retrying<Value: Sendable>(
        _ operation: String, timeout: Int64? = nil, _ body: @Sendable () async throws -> Value
    ) async throws -> Value {
        let limit = timeout ?? configuration.operationTimeout
        let deadline = ContinuousClock.now + .milliseconds(limit)
        var backoff = Backoff(first: configuration.retryBackoff, bound: configuration.retryBackoffMax)
        var generator = SystemRandomNumberGenerator()
        while true {
            do {
                return try await body()
            } catch let error as ClientError where mayRetry(error) {
                let pause = Duration.milliseconds(backoff.next(using: &generator))
                guard ContinuousClock.now + pause < deadline else {
                    throw ClientError.operationTimeout(operation: operation, milliseconds: limit, last: error)
                }
                forgetStale()
                try await Task.sleep(for: pause)
            }
        }
    }

    /// A wrong bootstrap address shall be heard of at once, not after a minute of attempts.
    private func mayRetry(_ error: ClientError) -> Bool {
        guard error.isRetriable, !isClosed else { return false }
        switch error {
        case .noBootstrapServer: return hasConnected
        // Likewise that the listener wants a login, unless it did without one before.
        case .closedAfterVersions: return !metadata.brokers.isEmpty
        default: return true
        }
    }

    /// Drops what a failure may have shown to be out of date.
    public func forgetStale() {
        coordinators = [:]
        metadata.controllerId = -1
        brokersAreStale = true
    }
}

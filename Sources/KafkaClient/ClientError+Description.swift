import KafkaProtocol
import KafkaSecurity
import KafkaWire

extension ClientError: CustomStringConvertible {
    /// One or two sentences for a person at a terminal: what happened, then what to do.
    public var description: String {
        connectionText ?? securityText ?? protocolText ?? operationText
    }

    /// The same without what the request was about, for where that was said already.
    public var reason: String {
        if case .broker(let code, _, let message) = self { Self.brokerText(code, message) } else { description }
    }

    private var connectionText: String? {
        switch self {
        case .invalidAddress(let text):
            "'\(text)' is no broker address. Give host:port, or several separated by commas, such as localhost:9092."
        case .connectionRefused(let address):
            "Connection refused by \(address). Is the broker running, and is this its host and port?"
        case .unresolvableHost(let address):
            "The host name '\(address.host)' cannot be resolved. Check its spelling; if the broker itself "
                + "named it, correct advertised.listeners there."
        case .connectTimeout(let address, let milliseconds):
            "No connection to \(address) within \(milliseconds) ms. Check the address, the network and firewalls; "
                + "if the broker itself named it, correct advertised.listeners there."
        case .connectFailed(let address, let reason):
            "Cannot connect to \(address): \(reason)."
        case .notKafka(let address, let impostor):
            "\(address) \(impostor.text)"
        case .closedBeforeAnswer(let address):
            "\(address) closed the connection instead of answering. Is it a Kafka broker, and a listener of the "
                + "configured security.protocol?"
        case .unanswered(let address, let milliseconds):
            "\(address) takes connections but did not answer within \(milliseconds) ms. Is it a Kafka broker and a "
                + "listener of the configured security.protocol, or is the broker stuck?"
        case .connectionClosed(let address):
            "The connection to \(address) was closed. See the broker's log for the reason."
        case .noBootstrapServer(let failures):
            failures.count == 1 ? failures[0].description : Self.bootstrapText(failures)
        default: nil
        }
    }

    private var securityText: String? {
        switch self {
        case .tlsFailed(let address, let reason): "No TLS connection to \(address): \(reason)."
        case .closedInHandshake(let address):
            "\(address) closed the connection during the TLS handshake. Is it a TLS listener (security.protocol), "
                + "and does it ask for a client certificate (ssl.keystore.*)?"
        case .loginFailed(let address, let error): "\(address) \(error)."
        case .closedInLogin(let address):
            "\(address) closed the connection during the login. See the broker's log for the reason."
        case .noCredentials(let reason): "There is nothing to log in with: \(reason)."
        case .closedAfterVersions(let address):
            "\(address) closed the connection at the first request. If its listener asks for a login, set "
                + "security.protocol=SASL_PLAINTEXT or SASL_SSL; else see the broker's log."
        default: nil
        }
    }

    private static func bootstrapText(_ failures: [ClientError]) -> String {
        "None of the \(failures.count) bootstrap servers can be used; the last one: "
            + (failures.last?.description ?? "none was given.")
    }

    private var protocolText: String? {
        switch self {
        case .requestTimeout(let address, let api, let milliseconds):
            "\(address) did not answer a request of type \(api.name) within \(milliseconds) ms. "
                + "It may be overloaded or stuck; raise request.timeout.ms if it needs longer."
        case .frameTooLarge(let address, let size, let limit):
            "\(address) announced a response of \(size) bytes, more than the limit of \(limit). "
                + "Either it is no Kafka broker, or fetch smaller amounts (fetch.max.bytes)."
        case .outOfOrder(let address, let expected, let received):
            "\(address) answered request \(received) when \(expected) was due; the connection was given up."
        case .undecodable(let address, let api, let version, let error):
            "\(address) sent a response of type \(api.name), version \(version), that cannot be read (\(error))."
        case .unencodable(let api, let version, let error):
            "A request of type \(api.name) cannot be written at version \(version), "
                + "the newest that the broker and this program share (\(error))."
        case .unsupportedApi(let address, let api, let offered):
            "\(address) does not support \(api.name)"
                + (offered.map { " in a version known here (it has \($0.lowerBound) to \($0.upperBound))." } ?? ".")
        case .tooManyInFlight(let address):
            "Too many requests are waiting for answers from \(address)."
        default: nil
        }
    }

    private var operationText: String {
        switch self {
        case .brokerUnknown(let id):
            id < 0
                ? "No broker is available for the operation; the cluster may be electing one."
                : "Broker \(id) is not in the cluster's metadata; it may be down."
        case .broker(let code, let subject, let message):
            (subject.isEmpty ? "" : "\(subject): ") + Self.brokerText(code, message)
        case .operationTimeout(let operation, let milliseconds, let last):
            "\(operation) did not succeed within \(milliseconds) ms."
                + (last.map { " The last failure: \($0)" } ?? "")
        case .corruptRecords(let partition, let offset, let reason):
            "Partition \(partition) has records at offset \(offset) that cannot be read: \(reason)."
        case .unsendableRecord(let reason): reason
        case .noOffset(let partition):
            "Partition \(partition) has no committed offset and auto.offset.reset is none. "
                + "Choose earliest or latest, or set the group's offset first."
        case .closed: "The operation was stopped."
        default: "Unknown failure."
        }
    }

    private static func brokerText(_ code: ErrorCode, _ message: String?) -> String {
        if let message, !message.isEmpty {
            return "\(message) (\(code.name))"
        }
        guard let explanation = explanations[code] else { return "the broker answered \(code.name)." }
        return "\(explanation) (\(code.name))"
    }

    /// What the codes that people meet mean, where the broker sends no words of its own.
    private static let explanations: [ErrorCode: String] = [
        .unknownTopicOrPartition: "this topic or partition does not exist",
        .topicAuthorizationFailed: "not authorized for this topic",
        .groupAuthorizationFailed: "not authorized for this group",
        .clusterAuthorizationFailed: "not authorized for the cluster",
        .messageTooLarge: "the record is larger than the topic's max.message.bytes",
        .recordListTooLarge: "the batch is larger than the topic's segments",
        .notEnoughReplicas: "fewer replicas are in sync than min.insync.replicas asks for",
        .notEnoughReplicasAfterAppend: "fewer replicas are in sync than min.insync.replicas asks for",
        .topicAlreadyExists: "the topic already exists",
        .invalidTopicException: "the topic's name is not allowed",
        .offsetOutOfRange: "the offset is outside of the partition's log",
        .groupIdNotFound: "the group id does not exist",
        .nonEmptyGroup: "the group still has active members",
        .unknownMemberId: "the group does not know this member",
        .illegalGeneration: "the group has moved to another generation",
        .coordinatorNotAvailable: "the group's coordinator is not available yet",
        .leaderNotAvailable: "the partition has no leader at the moment",
        .invalidReplicationFactor: "the replication factor is larger than the number of brokers, or below 1",
        .invalidPartitions: "the number of partitions is not allowed",
        .unsupportedCompressionType: "the broker does not support this compression",
        .invalidRecord: "the broker refused the record",
    ]
}

extension ClientError.Impostor {
    fileprivate var text: String {
        switch self {
        case .tls:
            "answers in TLS, not in plain Kafka protocol. Set security.protocol=SSL or SASL_SSL, or use the "
                + "broker's plaintext port."
        case .http: "answers in HTTP: this is a web server, not a Kafka broker. Check the port."
        case .ssh: "answers as an SSH server, not as a Kafka broker. Check the port."
        case .unknown: "answers, but not as a Kafka broker does. Check host and port."
        }
    }
}

public import KafkaSecurity
public import KafkaWire

/// Everything that can go wrong in the client; its text says in a sentence what happened and what to do.
public enum ClientError: Error, Equatable, Sendable {
    /// Not of the form `host:port`.
    case invalidAddress(String)
    /// Nothing listens at the address.
    case connectionRefused(BrokerAddress)
    /// The host name has no address.
    case unresolvableHost(BrokerAddress)
    /// No connection within the connect timeout, in milliseconds.
    case connectTimeout(BrokerAddress, milliseconds: Int64)
    /// Any other failure to connect, in the system's words.
    case connectFailed(BrokerAddress, reason: String)
    /// Something answered that is no Kafka broker in the clear.
    case notKafka(BrokerAddress, Impostor)
    /// A connection, but no answer to ApiVersions within the connect timeout, in milliseconds.
    case unanswered(BrokerAddress, milliseconds: Int64)
    /// The connection ended before ApiVersions was answered.
    case closedBeforeAnswer(BrokerAddress)
    /// No TLS connection could be made, or it broke; why.
    case tlsFailed(BrokerAddress, reason: String)
    /// The connection ended during the TLS handshake.
    case closedInHandshake(BrokerAddress)
    /// The broker did not accept the login.
    case loginFailed(BrokerAddress, SaslLoginError)
    /// The connection ended during the login.
    case closedInLogin(BrokerAddress)
    /// What to log in with could not be had.
    case noCredentials(String)
    /// The connection ended at the first request after ApiVersions, as listeners that want a login do it.
    case closedAfterVersions(BrokerAddress)
    /// The connection ended while a request was waiting, or before it could be sent.
    case connectionClosed(BrokerAddress)
    /// An answer did not come in time; the connection is given up, because its answers come in order.
    case requestTimeout(BrokerAddress, api: ApiKey, milliseconds: Int64)
    /// A response says it is longer than the limit.
    case frameTooLarge(BrokerAddress, size: Int, limit: Int)
    /// An answer to a request that was not asked, or in another order.
    case outOfOrder(BrokerAddress, expected: Int32, received: Int32)
    /// A response that cannot be decoded.
    case undecodable(BrokerAddress, api: ApiKey, version: Int16, WireError)
    /// A request that cannot be encoded at the version that the broker speaks.
    case unencodable(api: ApiKey, version: Int16, WireError)
    /// The broker does not offer the API, or in no version that the client knows.
    case unsupportedApi(BrokerAddress, api: ApiKey, offered: ClosedRange<Int16>?)
    /// More requests wait on one connection than its limit.
    case tooManyInFlight(BrokerAddress)
    /// No bootstrap server could be used; the failures in the order of the list.
    indirect case noBootstrapServer([ClientError])
    /// The cluster does not name a broker with this id (or its leader, controller or coordinator is not known).
    case brokerUnknown(Int32)
    /// A broker answered with an error code; `subject` says what the request was about.
    case broker(ErrorCode, subject: String, message: String?)
    /// The operation took longer than allowed; `last` is what kept it from succeeding.
    indirect case operationTimeout(operation: String, milliseconds: Int64, last: ClientError?)
    /// Records from a broker that cannot be read.
    case corruptRecords(TopicPartition, offset: Int64, reason: String)
    /// A record or batch that cannot be built, for instance because it is larger than `max.request.size`.
    case unsendableRecord(String)
    /// No offset to start from and `auto.offset.reset` is `none`.
    case noOffset(TopicPartition)
    /// The object was closed, or its task cancelled.
    case closed

    /// What answered in a broker's place.
    public enum Impostor: Equatable, Sendable {
        /// A TLS record: the port speaks TLS.
        case tls
        /// An HTTP answer.
        case http
        /// An SSH greeting.
        case ssh
        /// Bytes that are no answer to ApiVersions.
        case unknown
    }

    /// Whether trying again (after finding leader, coordinator and address anew) may help.
    public var isRetriable: Bool {
        switch self {
        case .broker(let code, _, _): code.isRetriable
        case .connectionRefused, .connectTimeout, .connectFailed, .closedBeforeAnswer, .unanswered, .connectionClosed,
            .requestTimeout, .brokerUnknown, .tooManyInFlight, .closedInHandshake, .closedInLogin, .noCredentials,
            .closedAfterVersions:
            true
        case .noBootstrapServer(let failures): failures.contains { $0.isRetriable }
        default: false
        }
    }

    /// The error code, if it is a broker that refused.
    public var errorCode: ErrorCode? {
        if case .broker(let code, _, _) = self { code } else { nil }
    }
}

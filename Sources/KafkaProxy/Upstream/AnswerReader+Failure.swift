extension AnswerReader.Failure: CustomStringConvertible {
    /// What a broker's answer looks like to somebody who expects Kafka's protocol.
    var description: String {
        switch self {
        case .invalidLength(let length): "it says that it is \(length) bytes long"
        case .tls: "it is TLS (martlet.proxy.upstream.security.protocol)"
        case .unexpected(let correlationId): "nothing was asked under the id \(correlationId)"
        case .malformedFetch: "it is no answer to Fetch that can be read"
        }
    }
}

extension AnswerReader.Failure: CustomStringConvertible {
    /// What a broker's answer looks like to somebody who expects Kafka's protocol.
    var description: String {
        switch self {
        case .invalidLength(let length):
            switch UInt32(bitPattern: length) >> 16 {
            // A TLS record of type alert or handshake.
            case 0x1503, 0x1603: "it is TLS (martlet.proxy.upstream.security.protocol)"
            default: "it says that it is \(length) bytes long"
            }
        case .unexpected(let correlationId): "nothing was asked under the id \(correlationId)"
        case .malformedFetch: "it is no answer to Fetch that can be read"
        }
    }
}

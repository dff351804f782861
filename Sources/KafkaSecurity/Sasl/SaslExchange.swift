/// The server's side of one exchange, whatever its mechanism.
enum SaslExchange: Sendable {
    case plain(PlainExchange)
    case scram(ScramExchange)
    case bearer(BearerExchange)

    init(_ mechanism: SaslMechanism, policy: SaslPolicy) {
        switch mechanism {
        case .plain: self = .plain(PlainExchange(users: policy.plainUsers))
        case .scramSHA256: self = .scram(ScramExchange(.sha256, policy: policy))
        case .scramSHA512: self = .scram(ScramExchange(.sha512, policy: policy))
        case .oauthBearer: self = .bearer(BearerExchange(validator: policy.bearerTokens))
        }
    }

    /// Takes the client's next message.
    mutating func step(_ message: [UInt8], now: Int64) -> SaslStep {
        switch self {
        case .plain(let exchange): return exchange.step(message)
        case .scram(var exchange):
            defer { self = .scram(exchange) }
            return exchange.step(message, now: now)
        case .bearer(var exchange):
            defer { self = .bearer(exchange) }
            return exchange.step(message, now: now)
        }
    }
}

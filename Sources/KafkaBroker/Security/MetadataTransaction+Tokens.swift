import KafkaProtocol
import KafkaSecurity
import KafkaWire

extension MetadataTransaction {
    /// Renews a token for a while that ends with the token at the latest; answers until when.
    mutating func renewToken(
        _ id: String?, for principal: KafkaPrincipal, period: Int64, longest: Int64, now: Int64
    ) throws(Refusal) -> Int64 {
        var token = try token(id, for: principal)
        guard token.maxTimestamp >= now, token.expirationTimestamp >= now else {
            throw Refusal(.delegationTokenExpired)
        }
        let lifetime = period > 0 ? min(period, longest) : longest
        token.expirationTimestamp = min(token.maxTimestamp, Self.sum(now, lifetime))
        append(.delegationToken(token))
        return token.expirationTimestamp
    }

    /// Lets a token end after a while, or at once where that is below zero; answers when.
    mutating func expireToken(
        _ id: String?, for principal: KafkaPrincipal, period: Int64, now: Int64
    ) throws(Refusal) -> Int64 {
        var token = try token(id, for: principal)
        guard period >= 0 else {
            append(.removeDelegationToken(RemoveDelegationTokenRecord(tokenId: token.tokenId)))
            return now
        }
        guard token.maxTimestamp >= now, token.expirationTimestamp >= now else {
            throw Refusal(.delegationTokenExpired)
        }
        token.expirationTimestamp = min(token.maxTimestamp, Self.sum(now, period))
        append(.delegationToken(token))
        return token.expirationTimestamp
    }

    /// Removes the tokens that are over.
    mutating func removeExpiredTokens(now: Int64) {
        let expired = image.users.tokens.values.filter { $0.expirationTimestamp < now || $0.maxTimestamp < now }
        for id in expired.map(\.tokenId).sorted() {
            append(.removeDelegationToken(RemoveDelegationTokenRecord(tokenId: id)))
        }
    }

    private func token(_ id: String?, for principal: KafkaPrincipal) throws(Refusal) -> DelegationTokenRecord {
        guard let id, let token = image.users.tokens[id] else { throw Refusal(.delegationTokenNotFound) }
        guard token.isOf(principal) else { throw Refusal(.delegationTokenOwnerMismatch) }
        return token
    }

    /// The sum of a time and a while, as late as can be where it does not fit.
    static func sum(_ now: Int64, _ period: Int64) -> Int64 {
        let (sum, overflow) = now.addingReportingOverflow(period)
        return overflow ? .max : sum
    }
}

extension DelegationTokenRecord {
    /// Whether a principal owns the token, asked for it, or may renew it.
    func isOf(_ principal: KafkaPrincipal) -> Bool {
        let name = principal.description
        return owner == name || requester == name || renewers.contains(name)
    }
}

import KafkaConfiguration
import KafkaCoordination
import KafkaProtocol
import KafkaSecurity
import KafkaServer
import KafkaWire
import NIOCore

/// Create- and DescribeDelegationToken (versions 1 to 3), Renew- and ExpireDelegationToken (1 to 2): credentials for a
/// while that a client passes on in place of its own (KIP-48, KIP-373).
extension BrokerEngine {
    private typealias Described = DescribeDelegationTokenResponse.DescribedDelegationToken

    /// Why a client gets no answer about tokens at all; nil when it does.
    private func tokenRefusal(_ principal: KafkaPrincipal, _ listener: String) -> ErrorCode? {
        let securityProtocol = broker.configuration.listeners.listeners.first { $0.name == listener }?.securityProtocol
        // A principal must have been authenticated, and not by a token: tokens do not beget tokens.
        let isAuthenticated = securityProtocol != .plaintext && principal.name != KafkaPrincipal.anonymous.name
        guard isAuthenticated, !principal.isTokenAuthenticated else { return .delegationTokenRequestNotAllowed }
        return broker.tokens.isEnabled ? nil : .delegationTokenAuthDisabled
    }

    func createDelegationToken(
        _ message: CreateDelegationTokenRequest, _ origin: Request.Origin
    ) async -> CreateDelegationTokenResponse {
        let requester = origin.principal
        var owner = KafkaPrincipal(requester.name, type: requester.type)
        if let name = message.ownerPrincipalName, !name.isEmpty {
            owner = KafkaPrincipal(name, type: message.ownerPrincipalType ?? KafkaPrincipal.userType)
        }
        // Before version 3 whoever asked was the owner.
        let told = origin.apiVersion >= 3 ? (type: requester.type, name: requester.name) : (type: "", name: "")
        func failed(_ code: ErrorCode) -> CreateDelegationTokenResponse {
            CreateDelegationTokenResponse(
                errorCode: code.rawValue, principalType: owner.type, principalName: owner.name,
                tokenRequesterPrincipalType: told.type, tokenRequesterPrincipalName: told.name,
                issueTimestampMs: -1, expiryTimestampMs: -1, maxTimestampMs: -1)
        }
        if let refusal = tokenRefusal(requester, origin.context.listener) { return failed(refusal) }
        guard owner.description == requester.description || mayMakeTokens(for: owner, origin) else {
            return failed(.delegationTokenAuthorizationFailed)
        }
        guard owner.type == KafkaPrincipal.userType,
            message.renewers.allSatisfy({ $0.principalType == KafkaPrincipal.userType })
        else { return failed(.invalidPrincipalType) }
        var generator = SystemRandomNumberGenerator()
        let id = Uuid.random(using: &generator).description
        guard let secret = broker.tokens.secret(of: id) else { return failed(.delegationTokenAuthDisabled) }
        let settings = broker.configuration.delegationTokens
        let now = broker.now()
        let asked = message.maxLifetimeMs
        let lifetime = asked > 0 ? min(asked, settings.maxLifetimeMs) : settings.maxLifetimeMs
        let end = MetadataTransaction.sum(now, lifetime)
        let record = DelegationTokenRecord(
            owner: owner.description, requester: requester.description,
            renewers: message.renewers.map { "\($0.principalType):\($0.principalName)" }, issueTimestamp: now,
            maxTimestamp: end,
            expirationTimestamp: min(end, MetadataTransaction.sum(now, settings.expiryTimeMs)), tokenId: id)
        do throws(MetadataTransaction.Refusal) {
            try await broker.controller.change { transaction in transaction.append(.delegationToken(record)) }
        } catch {
            return failed(error.code)
        }
        return CreateDelegationTokenResponse(
            errorCode: 0, principalType: owner.type, principalName: owner.name,
            tokenRequesterPrincipalType: told.type, tokenRequesterPrincipalName: told.name,
            issueTimestampMs: now, expiryTimestampMs: record.expirationTimestamp, maxTimestampMs: end, tokenId: id,
            hmac: ByteBuffer(bytes: secret))
    }

    func renewDelegationToken(
        _ message: RenewDelegationTokenRequest, _ origin: Request.Origin
    ) async -> RenewDelegationTokenResponse {
        let (code, expiry) = await changeToken(message.hmac, origin) { [broker] (transaction, id) throws(Refusal) in
            try transaction.renewToken(
                id, for: origin.principal, period: message.renewPeriodMs,
                longest: broker.configuration.delegationTokens.expiryTimeMs, now: broker.now())
        }
        return RenewDelegationTokenResponse(errorCode: code.rawValue, expiryTimestampMs: expiry)
    }

    func expireDelegationToken(
        _ message: ExpireDelegationTokenRequest, _ origin: Request.Origin
    ) async -> ExpireDelegationTokenResponse {
        let (code, expiry) = await changeToken(message.hmac, origin) { [broker] (transaction, id) throws(Refusal) in
            try transaction.expireToken(
                id, for: origin.principal, period: message.expiryTimePeriodMs, now: broker.now())
        }
        return ExpireDelegationTokenResponse(errorCode: code.rawValue, expiryTimestampMs: expiry)
    }

    private typealias Refusal = MetadataTransaction.Refusal

    private func changeToken(
        _ secret: ByteBuffer, _ origin: Request.Origin,
        _ body: @escaping @Sendable (inout MetadataTransaction, String?) throws(MetadataTransaction.Refusal) -> Int64
    ) async -> (ErrorCode, Int64) {
        if let refusal = tokenRefusal(origin.principal, origin.context.listener) { return (refusal, -1) }
        let id = broker.tokens.id(of: Array(secret.readableBytesView), among: broker.topics.current.users)
        do throws(MetadataTransaction.Refusal) {
            let expiry = try await broker.controller.change { (transaction) throws(MetadataTransaction.Refusal) in
                try body(&transaction, id)
            }
            return (.none, expiry)
        } catch {
            return (error.code, -1)
        }
    }

    func describeDelegationToken(
        _ message: DescribeDelegationTokenRequest, _ request: Request
    ) -> DescribeDelegationTokenResponse {
        if let refusal = tokenRefusal(request.principal, request.context.listener) {
            return DescribeDelegationTokenResponse(errorCode: refusal.rawValue)
        }
        // No list asks for everybody's tokens, an empty one for nobody's.
        let owners = message.owners?.map { KafkaPrincipal($0.principalName, type: $0.principalType) }
        let access = access(request)
        let tokens = broker.topics.current.users.tokens.values.filter { token in
            owners?.contains(where: token.isOf) ?? true
                && (token.isOf(request.principal) || Self.mayDescribe(token, access))
        }
        return DescribeDelegationTokenResponse(
            errorCode: 0,
            tokens: tokens.sorted { $0.tokenId < $1.tokenId }.compactMap {
                describe($0, version: request.apiVersion)
            })
    }

    /// Without ACLs anybody may make tokens for anybody, as in Kafka.
    private func mayMakeTokens(for owner: KafkaPrincipal, _ origin: Request.Origin) -> Bool {
        broker.authorize(origin, .createTokens, AclResource(.user, owner.description))
    }

    /// Whether ACLs show somebody else's token to a peer. Without ACLs nobody sees those, unlike in Kafka: a token holds
    /// the secret to log in with.
    private static func mayDescribe(_ token: DelegationTokenRecord, _ access: Access?) -> Bool {
        guard let access else { return false }
        return access.allows(.describeTokens, AclResource(.user, token.owner), tellsRefusal: false)
            || access.allows(.describe, AclResource(.delegationToken, token.tokenId), tellsRefusal: false)
    }

    private func describe(_ token: DelegationTokenRecord, version: Int16) -> Described? {
        guard let owner = KafkaPrincipal(text: token.owner), let requester = KafkaPrincipal(text: token.requester),
            let secret = broker.tokens.secret(of: token.tokenId)
        else { return nil }
        return .init(
            principalType: owner.type, principalName: owner.name,
            tokenRequesterPrincipalType: version >= 3 ? requester.type : "",
            tokenRequesterPrincipalName: version >= 3 ? requester.name : "", issueTimestamp: token.issueTimestamp,
            expiryTimestamp: token.expirationTimestamp, maxTimestamp: token.maxTimestamp, tokenId: token.tokenId,
            hmac: ByteBuffer(bytes: secret),
            renewers: token.renewers.compactMap(KafkaPrincipal.init(text:)).map {
                .init(principalType: $0.type, principalName: $0.name)
            })
    }
}

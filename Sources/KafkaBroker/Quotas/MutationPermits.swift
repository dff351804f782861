import KafkaSecurity
import KafkaServer

/// The permits of one request that creates or deletes partitions (KIP-599).
struct MutationPermits {
    private let quotas: QuotaEnforcer
    private let client: QuotaClient
    private let isStrict: Bool
    private let token: ReplyToken
    /// For how long the client is to be held back.
    private(set) var throttleMs: Int32 = 0

    /// - Parameter strictFrom: the version from which clients understand THROTTLING_QUOTA_EXCEEDED.
    init(_ quotas: QuotaEnforcer, _ origin: Request.Origin, strictFrom: Int16) {
        self.quotas = quotas
        client = QuotaClient(origin)
        isStrict = origin.apiVersion >= strictFrom
        token = origin.replyToken
    }

    /// Takes permits for a topic; false when there are none left.
    mutating func take(_ partitions: Int) -> Bool {
        let (isAllowed, wait) = quotas.takeMutations(max(0, partitions), isStrict: isStrict, client)
        throttleMs = max(throttleMs, wait)
        token.throttle(milliseconds: wait)
        return isAllowed
    }

    /// Gives back what nothing came of.
    func giveBack(_ partitions: Int) {
        _ = quotas.takeMutations(-max(0, partitions), isStrict: false, client)
    }
}

extension QuotaClient {
    /// The sender of a request that is answered later.
    init(_ origin: Request.Origin) {
        self.init(user: origin.principal.name, id: origin.clientId ?? "")
    }
}

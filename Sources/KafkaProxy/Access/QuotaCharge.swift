import KafkaServer

/// What quotas have to do with a request that was passed on.
struct QuotaCharge {
    /// Whose quotas.
    let client: QuotaClient
    /// For how many milliseconds it is held back, as far as that is known.
    var waitMs: Int32 = 0
    /// The answer has been counted.
    var isSettled = false
}

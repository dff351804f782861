import KafkaServer
import KafkaWire

/// A request that was sent to the cluster and is not answered.
struct PendingAnswer {
    let apiKey: ApiKey
    let version: Int16
    let correlationId: Int32
    let token: ReplyToken
    let inspection: AnswerInspection
    /// Whose quota the answer uses, where one may limit it.
    var client: QuotaClient?
    /// The filters that saw the request; nil for none.
    var trace: FilterTrace?
    /// When it was passed on after it had been held up, by ``MonotonicTime``.
    var heldUntil: UInt64 = 0

    /// How it is to be read: whole, where a filter wants to see it.
    var gathering: AnswerInspection { trace?.seesResponses == true ? .whole : inspection }
}

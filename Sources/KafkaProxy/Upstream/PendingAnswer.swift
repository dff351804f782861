import KafkaServer
import KafkaWire

/// A request that was sent to the cluster and is not answered.
struct PendingAnswer {
    let apiKey: ApiKey
    let version: Int16
    let correlationId: Int32
    let token: ReplyToken
    let inspection: AnswerInspection
    /// What quotas have to do with it; nil where none may limit its client.
    var charge: QuotaCharge?
    /// The filters that saw the request; nil for none.
    var trace: FilterTrace?
    /// When it was passed on after it had been held up, by ``MonotonicTime``.
    var heldUntil: UInt64 = 0

    /// How it is to be read: whole, where a filter wants to see it, or where something is to be told at its end.
    var gathering: AnswerInspection {
        if trace?.seesResponses == true { return .whole }
        guard let charge, charge.waitMs > 0, ThrottleField(apiKey, version: version) == .last else { return inspection }
        return .whole
    }

    /// What its beginning is to tell the client.
    var note: ThrottleNote? { charge.flatMap { ThrottleNote($0.waitMs, apiKey, version: version) } }
}

import KafkaServer
import KafkaWire

/// A request that was sent to the cluster and is not answered.
struct PendingAnswer {
    let apiKey: ApiKey
    let version: Int16
    let correlationId: Int32
    let token: ReplyToken
    let inspection: AnswerInspection
}

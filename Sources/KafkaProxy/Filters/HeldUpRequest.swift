import KafkaServer
import NIOCore

/// A request that filters have seen, and what is to become of it when its time has come.
enum HeldUpRequest {
    case forward(ByteBuffer, PendingAnswer?)
    case reply(ByteBuffer, ReplyToken)
    case close(CloseReason, ReplyToken?)
    case swallow(isAnswered: Bool)
}

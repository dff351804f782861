import KafkaServer
import NIOCore

/// A request that filters have seen, and what is to become of it when its time has come.
enum HeldUpRequest {
    case forward(ByteBuffer, PendingAnswer?)
    case reply(ByteBuffer, ReplyToken)
    case close(CloseReason, ReplyToken?)
    case swallow(isAnswered: Bool)

    /// By which it would be answered; nil where that is not to be.
    var token: ReplyToken? {
        switch self {
        case .forward(_, let pending): pending?.token
        case .reply(_, let token): token
        case .close(_, let token): token
        case .swallow: nil
        }
    }

    /// Whether its client waits for an answer for ever.
    var isSwallowed: Bool {
        if case .swallow(isAnswered: true) = self { return true }
        return false
    }
}

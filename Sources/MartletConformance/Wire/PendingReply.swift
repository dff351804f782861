import NIOCore

/// A place where the reply to one request arrives; used on its connection's event loop alone.
final class PendingReply {
    let correlationId: Int32?
    private let promise: EventLoopPromise<Reply>
    private var isDone = false

    init(correlationId: Int32?, promise: EventLoopPromise<Reply>) {
        self.correlationId = correlationId
        self.promise = promise
    }

    /// Only the first reply counts.
    func finish(_ reply: Reply) {
        guard !isDone else { return }
        isDone = true
        promise.succeed(reply)
    }
}

import NIOCore

/// Whether a connection's security handlers are done with their part, said once. Only to be used on its event loop.
final class ClientReadiness {
    private let promise: EventLoopPromise<Void>
    private(set) var isSettled = false

    init(_ promise: EventLoopPromise<Void>) {
        self.promise = promise
    }

    deinit { if !isSettled { promise.fail(ClientError.closed) } }

    var future: EventLoopFuture<Void> { promise.futureResult }

    func succeed() {
        guard !isSettled else { return }
        isSettled = true
        promise.succeed(())
    }

    func fail(_ error: ClientError) {
        guard !isSettled else { return }
        isSettled = true
        promise.fail(error)
    }
}

import Synchronization

/// Why a connection ended, for those who come to it afterwards. Safe from any thread.
final class ConnectionFate: Sendable {
    private let state = Mutex<ClientError?>(nil)

    /// Nil as long as nothing is known.
    var failure: ClientError? { state.withLock { $0 } }

    /// Only the first cause counts.
    func note(_ failure: ClientError) {
        state.withLock { if $0 == nil { $0 = failure } }
    }
}

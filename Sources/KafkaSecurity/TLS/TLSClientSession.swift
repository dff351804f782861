internal import COpenSSL

/// What a client keeps of a connection to take it up again.
///
/// Unchecked because of the pointer: after `init` it is only read.
final class TLSClientSession: @unchecked Sendable {
    private let pointer: OpaquePointer

    /// Nil where the server gave nothing to take up.
    init?(of session: TLSSession) {
        guard let shared = SSL_get_session(session.pointer), SSL_SESSION_is_resumable(shared) == 1,
            // A copy, since the library gives up that of a connection which ends without a goodbye.
            let pointer = SSL_SESSION_dup(shared)
        else { return nil }
        self.pointer = pointer
    }

    deinit { SSL_SESSION_free(pointer) }

    /// To be called before the handshake.
    func offer(in session: TLSSession) {
        guard let copy = SSL_SESSION_dup(pointer) else { return }
        SSL_set_session(session.pointer, copy)
        SSL_SESSION_free(copy)
    }
}

internal import COpenSSL

/// A client's side of TLS, for tests and tools: it takes any server's certificate unless it is told whom to trust.
final class TLSClientContext {
    let pointer: OpaquePointer

    /// - Parameters:
    ///   - versions: those that are offered, all of them when empty.
    ///   - keyStore: the client's own certificate.
    ///   - trustStore: whom the server's certificate is checked against.
    init(
        versions: [TLSSettings.Version] = [], keyStore: TLSSettings.Store? = nil, trustStore: TLSSettings.Store? = nil
    ) throws(TLSError) {
        guard let pointer = SSL_CTX_new(TLS_client_method()) else { throw TLSError(OpenSSLErrors.text()) }
        self.pointer = pointer
        if versions == [.tls12] { _ = martlet_ctx_set_max_version(pointer, TLS1_2_VERSION) }
        if versions == [.tls13] { _ = martlet_ctx_set_min_version(pointer, TLS1_3_VERSION) }
        if let keyStore {
            let material = try TLSKeyMaterial.load(keyStore, keyPassword: nil)
            for (index, certificate) in material.chain.enumerated() {
                if index == 0 {
                    SSL_CTX_use_certificate(pointer, certificate.pointer)
                } else {
                    SSL_CTX_ctrl(pointer, SSL_CTRL_CHAIN_CERT, 1, UnsafeMutableRawPointer(certificate.pointer))
                }
            }
            SSL_CTX_use_PrivateKey(pointer, material.key.pointer)
        }
        if let trustStore {
            guard let store = SSL_CTX_get_cert_store(pointer) else { throw TLSError(OpenSSLErrors.text()) }
            for anchor in try TLSTrust.anchors(trustStore) { X509_STORE_add_cert(store, anchor.pointer) }
            SSL_CTX_set_verify(pointer, SSL_VERIFY_PEER, nil)
        }
    }

    deinit { SSL_CTX_free(pointer) }
}

/// What a client keeps of a connection to take it up again.
final class TLSClientSession {
    private let pointer: OpaquePointer

    /// Nil where the server gave nothing to take up.
    init?(of session: TLSSession) {
        guard let pointer = SSL_get1_session(session.pointer) else { return nil }
        self.pointer = pointer
        guard SSL_SESSION_is_resumable(pointer) == 1 else { return nil }
    }

    deinit { SSL_SESSION_free(pointer) }

    /// To be called before the handshake.
    func offer(in session: TLSSession) {
        SSL_set_session(session.pointer, pointer)
    }
}

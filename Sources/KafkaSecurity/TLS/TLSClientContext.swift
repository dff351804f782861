internal import COpenSSL

/// A client's side of TLS: an SSL_CTX that never changes once it is made.
///
/// Unchecked because of the pointer: after `init` it is only read, and the library counts its references atomically.
public final class TLSClientContext: @unchecked Sendable {
    /// Only read after `init`, by the library's own promise from any thread.
    let pointer: OpaquePointer
    let verifiesHost: Bool

    /// Reads the files and makes the context. Blocks on the disk.
    ///
    /// - Throws: ``TLSError`` with what is wrong, in the words of Kafka's keys.
    public convenience init(_ settings: TLSClientSettings) throws(TLSError) {
        let choice = try TLSProtocolChoice(versions: settings.versions, cipherSuites: settings.cipherSuites)
        try self.init(verifiesHost: settings.verifiesHost)
        try choice.apply(to: pointer)
        if let keyStore = settings.keyStore {
            let material = try TLSKeyMaterial.load(keyStore, keyPassword: settings.keyPassword)
            try TLSContext.install(material, in: pointer)
        }
        if let trustStore = settings.trustStore {
            try trust(TLSTrust.anchors(trustStore))
        } else {
            guard SSL_CTX_set_default_verify_paths(pointer) == 1 else {
                throw TLSError("the system's authorities cannot be read (\(OpenSSLErrors.text()))")
            }
            OpenSSLErrors.take()
        }
        SSL_CTX_set_verify(pointer, SSL_VERIFY_PEER, TLSPeerRefusal.noted)
    }

    /// For tests of servers: takes any server's certificate unless it is told whom to trust, for whatever host.
    ///
    /// - Parameters:
    ///   - versions: those that are offered, all of them when empty.
    ///   - keyStore: the client's own certificate.
    ///   - trustStore: whom the server's certificate is checked against.
    convenience init(
        versions: [TLSSettings.Version] = [], keyStore: TLSSettings.Store? = nil, trustStore: TLSSettings.Store? = nil
    ) throws(TLSError) {
        try self.init(verifiesHost: false)
        if versions == [.tls12] { _ = martlet_ctx_set_max_version(pointer, TLS1_2_VERSION) }
        if versions == [.tls13] { _ = martlet_ctx_set_min_version(pointer, TLS1_3_VERSION) }
        if let keyStore { try TLSContext.install(TLSKeyMaterial.load(keyStore, keyPassword: nil), in: pointer) }
        if let trustStore {
            try trust(TLSTrust.anchors(trustStore))
            SSL_CTX_set_verify(pointer, SSL_VERIFY_PEER, nil)
        }
    }

    private init(verifiesHost: Bool) throws(TLSError) {
        OpenSSLErrors.take()
        guard let pointer = SSL_CTX_new(TLS_client_method()) else {
            throw TLSError("no TLS context could be made (\(OpenSSLErrors.text()))")
        }
        self.pointer = pointer
        self.verifiesHost = verifiesHost
        martlet_ctx_set_server_options(pointer)
        _ = martlet_ctx_set_mode(pointer, Int(SSL_MODE_RELEASE_BUFFERS))
    }

    deinit { SSL_CTX_free(pointer) }

    private func trust(_ anchors: [TLSCertificate]) throws(TLSError) {
        guard let store = SSL_CTX_get_cert_store(pointer) else { throw TLSError("the context has no store") }
        for anchor in anchors {
            guard X509_STORE_add_cert(store, anchor.pointer) == 1 else {
                throw TLSError("the certificate of \(anchor.subject) cannot be used (\(OpenSSLErrors.text()))")
            }
        }
        // Java trusts what is in the store, root or not.
        X509_STORE_set_flags(store, UInt(X509_V_FLAG_PARTIAL_CHAIN))
    }
}

internal import COpenSSL

/// A server's side of TLS, as one configuration wants it: an SSL_CTX that never changes once it is made.
///
/// Unchecked because of the pointer: after `init` it is only read, and the library counts its references atomically.
public final class TLSContext: @unchecked Sendable {
    /// Only read after `init`, by the library's own promise from any thread.
    let pointer: OpaquePointer
    private let tickets = TLSTicketKeys()

    /// What the owner should know although the context works, for instance that a revocation list has expired.
    public let warnings: [String]
    /// The name of the server's own certificate, as `CN=…`.
    public let subject: String

    private static let keysIndex = martlet_ctx_new_index()

    /// Reads the files and makes the context. Blocks on the disk.
    ///
    /// - Throws: ``TLSError`` with what is wrong, in the words of Kafka's keys.
    public init(_ settings: TLSSettings) throws(TLSError) {
        OpenSSLErrors.take()
        let material = try TLSKeyMaterial.load(settings.keyStore, keyPassword: settings.keyPassword)
        guard let own = material.chain.first else { throw TLSError("the key store holds no certificate") }
        if let problem = own.timeProblem { throw TLSError("the certificate of \(own.subject) \(problem)") }
        guard let pointer = SSL_CTX_new(TLS_server_method()) else {
            throw TLSError("no TLS context could be made (\(OpenSSLErrors.text()))")
        }
        self.pointer = pointer
        subject = own.subject
        var warnings: [String] = []
        for certificate in material.chain.dropFirst() {
            if let problem = certificate.timeProblem {
                warnings.append("the intermediate certificate of \(certificate.subject) \(problem)")
            }
        }
        self.warnings = warnings
        // The instance is whole here: where one of these throws, its end frees the pointer.
        try Self.install(material, in: pointer)
        try TLSProtocolChoice(settings).apply(to: pointer)
        try TLSTrust(settings).apply(to: pointer)
        Self.setBehaviour(of: pointer)
        SSL_CTX_set_ex_data(pointer, Self.keysIndex, Unmanaged.passUnretained(tickets).toOpaque())
        martlet_ctx_set_ticket_callback(pointer, TLSTicketKeys.callback)
    }

    deinit { SSL_CTX_free(pointer) }

    /// Makes a new key for session tickets, as happens by itself every hour.
    public func rotateTicketKeys() { tickets.rotate() }

    static func ticketKeys(of ssl: OpaquePointer) -> TLSTicketKeys? {
        guard let context = SSL_get_SSL_CTX(ssl), let keys = SSL_CTX_get_ex_data(context, keysIndex) else { return nil }
        return Unmanaged<TLSTicketKeys>.fromOpaque(keys).takeUnretainedValue()
    }

    static func install(_ material: TLSKeyMaterial, in context: OpaquePointer) throws(TLSError) {
        guard let own = material.chain.first else { return }
        guard SSL_CTX_use_certificate(context, own.pointer) == 1,
            SSL_CTX_use_PrivateKey(context, material.key.pointer) == 1
        else { throw TLSError("the certificate of \(own.subject) cannot be used (\(OpenSSLErrors.text()))") }
        for certificate in material.chain.dropFirst() {
            guard SSL_CTX_ctrl(context, SSL_CTRL_CHAIN_CERT, 1, UnsafeMutableRawPointer(certificate.pointer)) == 1
            else {
                throw TLSError("the certificate of \(certificate.subject) cannot be used (\(OpenSSLErrors.text()))")
            }
        }
    }

    private static func setBehaviour(of context: OpaquePointer) {
        martlet_ctx_set_server_options(context)
        martlet_ctx_accept_server_names(context)
        _ = martlet_ctx_set_mode(context, Int(SSL_MODE_RELEASE_BUFFERS))
        // Tickets carry the sessions; the server keeps none.
        _ = martlet_ctx_set_cache_mode(context, Int(SSL_SESS_CACHE_OFF))
        SSL_CTX_set_num_tickets(context, 1)
        let id: [UInt8] = Array("martlet".utf8)
        SSL_CTX_set_session_id_context(context, id, UInt32(id.count))
    }
}

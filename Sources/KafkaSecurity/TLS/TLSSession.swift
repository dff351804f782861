internal import COpenSSL
public import NIOCore

/// One connection's TLS, without a network: sealed bytes come into ``input`` and leave from ``output``.
///
/// Only to be used by one thread at a time.
public final class TLSSession {
    /// What a call led to.
    public enum Progress: Equatable, Sendable {
        /// It is done.
        case done
        /// Nothing more can be done before the peer sends something.
        case wantsInput
        /// The peer said that nothing more will come.
        case closed
        /// It is over: the other side is told by what is in ``TLSSession/output``.
        case failed(TLSFailure)
    }

    /// Which side of a handshake this is.
    private enum Role {
        case server, client
    }

    /// Sealed bytes from the peer that have not been looked at.
    public var input = ByteBuffer()
    /// Sealed bytes for the peer.
    public var output = ByteBuffer()
    /// Whether the handshake is done.
    public private(set) var isOpen = false
    private var hasFailed = false
    private let role: Role
    /// The host that a client asked for.
    private let host: String?
    private var refusal: TLSPeerRefusal?
    /// Kept because the SSL object is only as good as what its context holds.
    private let context: AnyObject
    private let ssl: OpaquePointer

    /// A server's side. Nil when memory is short.
    public convenience init?(_ context: TLSContext) {
        self.init(context: context, pointer: context.pointer, role: .server)
    }

    /// A client's side, without a host to ask for; for tests and tools.
    convenience init?(_ context: TLSClientContext) {
        self.init(context: context, pointer: context.pointer, role: .client)
    }

    /// A client's side. Nil when memory is short, or the host is no name.
    ///
    /// - Parameter host: the name or address that was connected to: servers are told a name (SNI), and unless the
    ///   context says otherwise, their certificate must be for it.
    public convenience init?(_ context: TLSClientContext, host: String) {
        // A dot at the end is for the resolver only.
        let name = host.hasSuffix(".") ? String(host.dropLast()) : host
        self.init(context: context, pointer: context.pointer, role: .client, host: name)
        guard !name.isEmpty, !name.utf8.contains(0) else { return nil }
        let isAddress = CertificateHost.isAddress(name)
        if !isAddress, martlet_set_host_name(ssl, name) != 1 { return nil }
        guard context.verifiesHost else { return }
        guard let parameters = SSL_get0_param(ssl) else { return nil }
        X509_VERIFY_PARAM_set_hostflags(parameters, UInt32(X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS))
        let isSet =
            isAddress
            ? X509_VERIFY_PARAM_set1_ip_asc(parameters, name) : X509_VERIFY_PARAM_set1_host(parameters, name, 0)
        if isSet != 1 { return nil }
    }

    private init?(context: AnyObject, pointer: OpaquePointer, role: Role, host: String? = nil) {
        guard let ssl = SSL_new(pointer) else { return nil }
        self.role = role
        self.host = host
        self.context = context
        self.ssl = ssl
        guard let bio = SessionBIO.make(for: self) else { return nil }
        SSL_set_bio(ssl, bio, bio)
        switch role {
        case .server: SSL_set_accept_state(ssl)
        case .client: SSL_set_connect_state(ssl)
        }
    }

    deinit { SSL_free(ssl) }

    /// Goes on with the handshake as far as ``input`` allows. This is what costs processor time.
    public func handshake() -> Progress {
        guard !hasFailed else { return .failed(.unknown) }
        OpenSSLErrors.take()
        let result = SSL_do_handshake(ssl)
        if result == 1 {
            isOpen = true
            return .done
        }
        return progress(after: result)
    }

    /// Opens sealed bytes into the free room of a buffer, until that is full or the input is used up.
    ///
    /// - Returns: ``Progress/done`` when the buffer is full, and there may be more.
    public func read(into buffer: inout ByteBuffer) -> Progress {
        guard !hasFailed else { return .failed(.unknown) }
        var progress = Progress.done
        while buffer.writableBytes > 0 {
            var code: Int32 = 1
            buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: 0) { region in
                var filled = 0
                while filled < region.count {
                    var count = 0
                    code = SSL_read_ex(ssl, region.baseAddress.map { $0 + filled }, region.count &- filled, &count)
                    guard code == 1 else { break }
                    filled &+= count
                }
                return filled
            }
            if code != 1 {
                progress = self.progress(after: code)
                break
            }
        }
        return progress
    }

    /// Seals bytes into ``output``. False when that is impossible, because the connection is over.
    public func write(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard isOpen, !hasFailed else { return false }
        guard !bytes.isEmpty else { return true }
        var written = 0
        guard SSL_write_ex(ssl, bytes.baseAddress, bytes.count, &written) == 1, written == bytes.count else {
            hasFailed = true
            OpenSSLErrors.take()
            return false
        }
        return true
    }

    /// Tells the peer that nothing more will come.
    public func sayGoodbye() {
        guard isOpen, !hasFailed else { return }
        _ = SSL_shutdown(ssl)
        OpenSSLErrors.take()
    }

    /// The version that was negotiated, as `TLSv1.3`.
    public var version: String { SSL_get_version(ssl).map { String(cString: $0) } ?? "" }

    /// The cipher suite that was negotiated, by its standard name.
    public var cipherSuite: String {
        SSL_get_current_cipher(ssl).flatMap { SSL_CIPHER_standard_name($0) }.map { String(cString: $0) } ?? ""
    }

    /// Whether an earlier session was taken up.
    public var isResumed: Bool { SSL_session_reused(ssl) == 1 }

    /// The host name that the client asked for (SNI); nil without one. For the server's side, once it is open.
    public var serverName: String? {
        SSL_get_servername(ssl, TLSEXT_NAMETYPE_host_name).map { String(cString: $0) }
    }

    /// The name in the peer's certificate, as Java prints it; nil without a certificate.
    public var peerName: String? {
        guard let certificate = SSL_get0_peer_certificate(ssl) else { return nil }
        return DistinguishedName.text(of: X509_get_subject_name(certificate))
    }

    /// Asks the server for a host name (SNI); for a client's side, before the handshake.
    func askFor(_ name: String) {
        _ = martlet_set_host_name(ssl, name)
    }

    /// The SSL object, for the client's side.
    var pointer: OpaquePointer { ssl }

    /// The certificate that was shown is not taken; only the first cause counts.
    func note(_ refusal: TLSPeerRefusal) {
        if self.refusal == nil { self.refusal = refusal }
    }

    func takeInput(into region: UnsafeMutableRawBufferPointer) -> Int {
        input.readWithUnsafeReadableBytes { bytes in
            let count = min(bytes.count, region.count)
            if count > 0 { region.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[..<count])) }
            return count
        }
    }

    private func progress(after result: Int32) -> Progress {
        switch SSL_get_error(ssl, result) {
        case SSL_ERROR_WANT_READ: return .wantsInput
        case SSL_ERROR_ZERO_RETURN: return .closed
        default:
            hasFailed = true
            let reasons = OpenSSLErrors.take()
            guard role == .client else {
                return .failed(TLSFailure(reasons: reasons, verification: SSL_get_verify_result(ssl)))
            }
            return .failed(TLSFailure(ofClient: reasons, refusal: refusal?.text(host: host)))
        }
    }
}

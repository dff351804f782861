internal import COpenSSL

/// Why a client does not take a server's certificate, noted while the library checks it: afterwards it no longer has it.
struct TLSPeerRefusal: Equatable {
    /// Names that are shown of a certificate.
    private static let mostNames = 8

    private let words: String
    private let isAboutHost: Bool

    /// The library's question whether to go on after each certificate that it checked.
    static let noted: @convention(c) (Int32, OpaquePointer?) -> Int32 = { isGood, context in
        guard isGood == 0, let context else { return isGood }
        let index = SSL_get_ex_data_X509_STORE_CTX_idx()
        guard let ssl = X509_STORE_CTX_get_ex_data(context, index) else { return 0 }
        SessionBIO.session(of: OpaquePointer(ssl))?.note(TLSPeerRefusal(context))
        return 0
    }

    private init(_ context: OpaquePointer) {
        let code = X509_STORE_CTX_get_error(context)
        isAboutHost = code == X509_V_ERR_HOSTNAME_MISMATCH || code == X509_V_ERR_IP_ADDRESS_MISMATCH
        guard let current = X509_STORE_CTX_get_current_cert(context), X509_up_ref(current) == 1 else {
            words = Self.words(of: code)
            return
        }
        let certificate = TLSCertificate(owning: current)
        switch code {
        case X509_V_ERR_HOSTNAME_MISMATCH, X509_V_ERR_IP_ADDRESS_MISMATCH:
            words = "its certificate is for \(Self.names(certificate))"
        case X509_V_ERR_CERT_HAS_EXPIRED, X509_V_ERR_CERT_NOT_YET_VALID:
            words = "the certificate of \(certificate.subject) \(certificate.timeProblem ?? "is not valid now")"
        case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
            words = "its certificate (\(certificate.subject)) is signed by itself and not in the truststore"
        case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT, X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY,
            X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
            words = "its certificate (\(certificate.subject)) is from \(certificate.issuer), who is not trusted"
        case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
            words = "its certificate comes from \(certificate.subject), who is not trusted"
        default:
            words = "the certificate of \(certificate.subject) was refused: \(Self.words(of: code))"
        }
    }

    /// The sentence, with the host where that is what is wrong.
    func text(host: String?) -> String {
        isAboutHost ? "\(words), not for \(host ?? "this host")" : words
    }

    private static func words(of code: Int32) -> String {
        X509_verify_cert_error_string(Int(code)).map { String(cString: $0) } ?? "error \(code)"
    }

    /// The hosts that a certificate is for: its alternative names, or else its own.
    private static func names(_ certificate: TLSCertificate) -> String {
        let names = certificate.alternativeNames
        guard !names.isEmpty else { return certificate.subject }
        let shown = names.prefix(mostNames).joined(separator: ", ")
        return names.count > mostNames ? "\(shown) and \(names.count - mostNames) others" : shown
    }
}

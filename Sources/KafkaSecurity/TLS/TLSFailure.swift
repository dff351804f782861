internal import COpenSSL

/// Why a TLS connection failed, in words for a log.
public struct TLSFailure: Error, Equatable, Sendable, CustomStringConvertible {
    /// What happened.
    public let description: String

    /// Nothing is known of the cause.
    static let unknown = TLSFailure("the TLS connection is over")

    init(_ description: String) {
        self.description = description
    }

    /// - Parameters:
    ///   - reasons: the library's, the first cause first.
    ///   - verification: what came of checking the peer's certificate.
    init(reasons: [String], verification: Int) {
        let text = reasons.joined(separator: ", ")
        if reasons.contains(where: { $0.contains("certificate verify failed") }) {
            let why = X509_verify_cert_error_string(verification).map { String(cString: $0) } ?? text
            self.init("the client's certificate was refused: \(why)")
        } else if let plain = Self.plainWords.first(where: { text.contains($0.reason) })?.words {
            self.init(plain)
        } else {
            self.init(text.isEmpty ? "the peer broke off" : text)
        }
    }

    /// What a client meets at a server.
    ///
    /// - Parameters:
    ///   - reasons: the library's, the first cause first.
    ///   - refusal: why the server's certificate was not taken, where that is known.
    init(ofClient reasons: [String], refusal: String?) {
        let text = reasons.joined(separator: ", ")
        if let refusal {
            self.init(refusal)
        } else if let plain = Self.clientWords.first(where: { text.contains($0.reason) })?.words {
            self.init(plain)
        } else {
            self.init(text.isEmpty ? "it broke off" : text)
        }
    }

    private static let clientWords: [(reason: String, words: String)] = [
        ("alert certificate required", "it asks for a client certificate (ssl.keystore.*)"),
        ("alert handshake failure", "it found nothing to agree on; it may ask for a client certificate"),
        ("alert unknown ca", "it does not trust the authority of the client certificate"),
        ("alert certificate unknown", "it refused the client certificate"),
        ("alert bad certificate", "it refused the client certificate as missing or bad"),
        ("alert certificate expired", "it says that the client certificate has expired"),
        ("alert certificate revoked", "it says that the client certificate was revoked"),
        ("alert protocol version", "it serves none of the TLS versions in ssl.enabled.protocols"),
        ("unsupported protocol", "it serves none of the TLS versions in ssl.enabled.protocols"),
        ("wrong version number", "what it answers is no TLS: is it a plaintext listener?"),
    ]

    private static let plainWords: [(reason: String, words: String)] = [
        ("peer did not return a certificate", "the client showed no certificate, and ssl.client.auth is required"),
        ("no shared cipher", "client and server have no cipher suite in common (ssl.cipher.suites)"),
        (
            "no suitable signature algorithm",
            "the client accepts no signature that the server's certificate can make"
        ),
        ("unsupported protocol", "the client offers no TLS version of ssl.enabled.protocols"),
        ("alert protocol version", "the client accepts no TLS version of ssl.enabled.protocols"),
        ("alert unknown ca", "the client does not trust the server's certificate: it does not know its authority"),
        ("alert certificate unknown", "the client refused the server's certificate"),
        ("alert bad certificate", "the client refused the server's certificate as bad"),
        ("alert certificate expired", "the client says that the server's certificate has expired"),
        ("alert handshake failure", "the client found nothing to agree on"),
        ("wrong version number", "what came is no TLS"),
        ("http request", "an HTTP client connected"),
    ]
}

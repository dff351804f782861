internal import COpenSSL

/// `ssl.cipher.suites`, translated from Java's names to the library's.
struct TLSCipherSuites: Equatable {
    /// For TLS 1.3, in the library's form; nil where none was named.
    let modern: String?
    /// For TLS 1.2; nil where none was named.
    let classic: String?
    /// Those among them without forward secrecy or without authenticated encryption, as they were named.
    let weak: [String]

    /// - Throws: with the names that are known, when one is not.
    init(_ names: [String]) throws(TLSError) {
        let known = Self.known()
        var modern: [String] = []
        var classic: [String] = []
        var weak: [String] = []
        for name in names where !name.isEmpty {
            // Java still calls the oldest ones by their names from before TLS.
            let standard = name.hasPrefix("SSL_") ? "TLS_" + name.dropFirst(4) : name
            guard let suite = known.first(where: { $0.standard == standard || $0.own == name }) else {
                let all = known.map(\.standard).sorted().joined(separator: ", ")
                throw TLSError("ssl.cipher.suites: \(name) is not known; the known ones are \(all)")
            }
            if suite.isWeak { weak.append(name) }
            if suite.isModern { modern.append(suite.own) } else { classic.append(suite.own) }
        }
        self.modern = modern.isEmpty ? nil : modern.joined(separator: ":")
        self.weak = weak
        self.classic = classic.isEmpty ? nil : classic.joined(separator: ":")
    }

    private struct Suite {
        let standard: String
        let own: String
        let isModern: Bool
        let isWeak: Bool
    }

    private static func known() -> [Suite] {
        guard let context = SSL_CTX_new(TLS_server_method()) else { return [] }
        defer { SSL_CTX_free(context) }
        // Those without encryption or without a certificate stay unknown.
        SSL_CTX_set_cipher_list(context, "ALL:!aNULL:!eNULL:!PSK:!SRP")
        guard let stack = SSL_CTX_get_ciphers(context) else { return [] }
        var suites: [Suite] = []
        for index in 0..<max(0, OPENSSL_sk_num(stack)) {
            guard let pointer = OPENSSL_sk_value(stack, index) else { continue }
            let cipher = OpaquePointer(pointer)
            guard let standard = SSL_CIPHER_standard_name(cipher), let own = SSL_CIPHER_get_name(cipher),
                let version = SSL_CIPHER_get_version(cipher)
            else { continue }
            suites.append(
                Suite(
                    standard: String(cString: standard), own: String(cString: own),
                    isModern: String(cString: version) == "TLSv1.3",
                    isWeak: SSL_CIPHER_is_aead(cipher) != 1 || SSL_CIPHER_get_kx_nid(cipher) == NID_kx_rsa))
        }
        return suites
    }
}

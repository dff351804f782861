internal import COpenSSL

/// Which versions and cipher suites may be negotiated.
struct TLSProtocolChoice {
    private let least: Int32
    private let most: Int32
    private let suites: TLSCipherSuites

    init(_ settings: TLSSettings) throws(TLSError) {
        try self.init(versions: settings.versions, cipherSuites: settings.cipherSuites)
    }

    init(versions names: [String], cipherSuites: [String]) throws(TLSError) {
        var versions: Set<TLSSettings.Version> = []
        for name in names where !name.isEmpty {
            guard let version = TLSSettings.Version(rawValue: name) else {
                let known = TLSSettings.Version.allCases.map(\.rawValue).joined(separator: ", ")
                throw TLSError("ssl.enabled.protocols: \(name) is not served; the versions are \(known)")
            }
            versions.insert(version)
        }
        guard !versions.isEmpty else { throw TLSError("ssl.enabled.protocols names no version") }
        suites = try TLSCipherSuites(cipherSuites)
        // A version without a suite of its own cannot be negotiated, in Java either.
        if suites.modern != nil || suites.classic != nil {
            if suites.modern == nil { versions.remove(.tls13) }
            if suites.classic == nil { versions.remove(.tls12) }
            guard !versions.isEmpty else {
                throw TLSError("ssl.cipher.suites names no suite of the versions in ssl.enabled.protocols")
            }
        }
        least = versions.contains(.tls12) ? TLS1_2_VERSION : TLS1_3_VERSION
        most = versions.contains(.tls13) ? TLS1_3_VERSION : TLS1_2_VERSION
    }

    func apply(to context: OpaquePointer) throws(TLSError) {
        guard martlet_ctx_set_min_version(context, least) == 1, martlet_ctx_set_max_version(context, most) == 1 else {
            throw TLSError("ssl.enabled.protocols: this system's OpenSSL does not serve them (\(OpenSSLErrors.text()))")
        }
        if let modern = suites.modern, SSL_CTX_set_ciphersuites(context, modern) != 1 {
            throw TLSError("ssl.cipher.suites: \(modern) cannot be used (\(OpenSSLErrors.text()))")
        }
        if let classic = suites.classic, SSL_CTX_set_cipher_list(context, classic) != 1 {
            throw TLSError("ssl.cipher.suites: \(classic) cannot be used (\(OpenSSLErrors.text()))")
        }
    }
}

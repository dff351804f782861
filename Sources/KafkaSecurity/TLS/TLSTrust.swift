internal import COpenSSL

/// Whom clients' certificates are checked against, and against which revocation lists.
struct TLSTrust {
    private let mode: TLSSettings.ClientAuthentication
    private let anchors: [TLSCertificate]
    private let revocationList: [UInt8]?
    private let revocationListLocation: String

    init(_ settings: TLSSettings) throws(TLSError) {
        mode = settings.clientAuthentication
        revocationListLocation = settings.revocationListLocation ?? ""
        guard let store = settings.trustStore else {
            guard mode == .none else {
                throw TLSError(
                    "ssl.client.auth=\(mode.rawValue) needs ssl.truststore.location or ssl.truststore.certificates: "
                        + "without one no client certificate could be trusted")
            }
            anchors = []
            revocationList = nil
            return
        }
        anchors = try Self.anchors(store)
        if let location = settings.revocationListLocation {
            revocationList = try SecurityFile.read(location, key: "martlet.ssl.crl.location")
        } else {
            revocationList = nil
        }
    }

    static func anchors(_ store: TLSSettings.Store) throws(TLSError) -> [TLSCertificate] {
        let found: [TLSCertificate]
        let origin: String
        switch try TLSStoreContent.load(store, kind: .trust) {
        case .pem(let text, let source):
            guard let certificates = TLSCertificate.all(in: text) else {
                throw TLSError("\(source): a certificate cannot be read (\(OpenSSLErrors.text()))")
            }
            (found, origin) = (certificates, source)
        case .pkcs12(let bytes, let source):
            let content = try PKCS12Content.load(bytes, password: store.password, kind: .trust, source: source)
            (found, origin) = (content.certificates, source)
        }
        guard !found.isEmpty else { throw TLSError("\(origin) holds no certificate to trust") }
        return found
    }

    func apply(to context: OpaquePointer) throws(TLSError) {
        guard mode != .none else { return }
        guard let store = SSL_CTX_get_cert_store(context) else { throw TLSError("the context has no store") }
        for anchor in anchors {
            guard X509_STORE_add_cert(store, anchor.pointer) == 1,
                SSL_CTX_add_client_CA(context, anchor.pointer) == 1
            else { throw TLSError("the certificate of \(anchor.subject) cannot be used (\(OpenSSLErrors.text()))") }
        }
        // Java trusts what is in the store, root or not.
        X509_STORE_set_flags(store, UInt(X509_V_FLAG_PARTIAL_CHAIN))
        if let revocationList { try add(revocationList, to: store) }
        let required = mode == .required ? SSL_VERIFY_FAIL_IF_NO_PEER_CERT : 0
        SSL_CTX_set_verify(context, SSL_VERIFY_PEER | required, Self.verified)
    }

    private func add(_ list: [UInt8], to store: OpaquePointer) throws(TLSError) {
        let count = RevocationList.all(in: list).filter { X509_STORE_add_crl(store, $0.pointer) == 1 }.count
        guard count > 0 else {
            throw TLSError(
                "martlet.ssl.crl.location: \(revocationListLocation) holds no revocation list that can be read")
        }
        OpenSSLErrors.take()
        X509_STORE_set_flags(store, UInt(X509_V_FLAG_CRL_CHECK | X509_V_FLAG_CRL_CHECK_ALL))
    }

    /// A client's own certificate needs a list of its issuer; the authorities above are checked where there is a list.
    private static let verified: @convention(c) (Int32, OpaquePointer?) -> Int32 = { isGood, context in
        guard isGood == 0, let context else { return isGood }
        if X509_STORE_CTX_get_error(context) == X509_V_ERR_UNABLE_TO_GET_CRL,
            X509_STORE_CTX_get_error_depth(context) > 0
        {
            X509_STORE_CTX_set_error(context, X509_V_OK)
            return 1
        }
        return 0
    }
}

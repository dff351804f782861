internal import COpenSSL

/// What a PKCS12 file holds.
struct PKCS12Content {
    let key: TLSKeyMaterial.Key?
    let certificates: [TLSCertificate]

    static func load(
        _ bytes: [UInt8], password: String?, kind: TLSStoreContent.Kind, source: String
    ) throws(TLSError) -> PKCS12Content {
        guard let store = MemoryBIO.reading(bytes, { d2i_PKCS12_bio($0, nil) }) else {
            throw TLSError("\(source) is no PKCS12 file that can be read (\(OpenSSLErrors.text()))")
        }
        defer { PKCS12_free(store) }
        // Older keytools encrypt with what the library keeps in a part of its own, loaded only when it is needed.
        if let content = parse(store, password) { return content }
        let first = OpenSSLErrors.take()
        guard
            PKCS12_verify_mac(store, password ?? "", -1) == 1
                || password == nil && PKCS12_verify_mac(store, nil, 0) == 1
        else {
            OpenSSLErrors.take()
            throw TLSError(
                password == nil
                    ? "\(source) has a password; set \(kind.rawValue).password"
                    : "\(source) cannot be opened; is \(kind.rawValue).password right?")
        }
        if OSSL_PROVIDER_try_load(nil, "legacy", 1) != nil, let content = parse(store, password) { return content }
        throw TLSError(
            "\(source) cannot be decrypted (\(first.joined(separator: ", "))); its encryption may be too old for this "
                + "system's OpenSSL: export it anew with a current keytool or openssl")
    }

    private static func parse(_ store: OpaquePointer, _ password: String?) -> PKCS12Content? {
        var key: OpaquePointer?
        var certificate: OpaquePointer?
        var others: OpaquePointer?
        guard PKCS12_parse(store, password ?? "", &key, &certificate, &others) == 1 else { return nil }
        var certificates = certificate.map { [TLSCertificate(owning: $0)] } ?? []
        certificates += TLSCertificate.all(in: others)
        return PKCS12Content(key: key.map(TLSKeyMaterial.Key.init(owning:)), certificates: certificates)
    }
}

internal import COpenSSL

/// Makes key stores and trust stores in PKCS#12, encrypted with AES-256 as current Javas do.
enum PKCS12Writer {
    private static let iterations: Int32 = 10_000
    /// The attribute by which Java tells certificates to trust from all others, and its value for any use.
    private static let javaTrust = "2.16.840.1.113894.746875.1.1"
    private static let anyUse = "2.5.29.37.0"

    /// A key with its certificate and the issuers of that.
    static func keyStore(
        _ own: DevCertificate, issuers: [TLSCertificate], name: String, password: String
    ) throws(TLSError) -> [UInt8] {
        guard let stack = OPENSSL_sk_new_null() else { throw TLSError("no key store could be made") }
        // The certificates belong to their owners; only the stack is freed.
        defer { OPENSSL_sk_free(stack) }
        for issuer in issuers { OPENSSL_sk_push(stack, UnsafeRawPointer(issuer.pointer)) }
        let store = PKCS12_create(
            password, name, own.key.pointer, own.certificate.pointer, stack, 0, 0, iterations, iterations, 0)
        guard let store else { throw TLSError("no key store could be made (\(OpenSSLErrors.text()))") }
        defer { PKCS12_free(store) }
        return try MemoryBIO.writing("the key store") { i2d_PKCS12_bio($0, store) }
    }

    /// Certificates to trust, marked so that Java takes them for that.
    static func trustStore(_ anchor: TLSCertificate, name: String, password: String) throws(TLSError) -> [UInt8] {
        var bags: OpaquePointer?
        var safes: OpaquePointer?
        defer {
            OPENSSL_sk_pop_free(bags) { PKCS12_SAFEBAG_free($0.map { OpaquePointer($0) }) }
            OPENSSL_sk_pop_free(safes) { PKCS7_free($0?.assumingMemoryBound(to: PKCS7.self)) }
        }
        guard let bag = PKCS12_add_cert(&bags, anchor.pointer), mark(bag, name: name),
            PKCS12_add_safe(&safes, bags, NID_aes_256_cbc, iterations, password) == 1,
            let store = PKCS12_add_safes(safes, 0)
        else { throw TLSError("no trust store could be made (\(OpenSSLErrors.text()))") }
        defer { PKCS12_free(store) }
        guard PKCS12_set_mac(store, password, -1, nil, 0, iterations, EVP_sha256()) == 1 else {
            throw TLSError("the trust store cannot be sealed (\(OpenSSLErrors.text()))")
        }
        return try MemoryBIO.writing("the trust store") { i2d_PKCS12_bio($0, store) }
    }

    private static func mark(_ bag: OpaquePointer, name: String) -> Bool {
        guard let use = OBJ_txt2obj(anyUse, 1) else { return false }
        defer { ASN1_OBJECT_free(use) }
        // With a length of -1 the library takes the object itself, not bytes.
        let value = UnsafeRawPointer(use).assumingMemoryBound(to: UInt8.self)
        return PKCS12_add_friendlyname_utf8(bag, name, -1) == 1
            && PKCS12_add1_attr_by_txt(bag, javaTrust, V_ASN1_OBJECT, value, -1) == 1
    }
}

internal import COpenSSL

/// A new key on P-256 and a certificate for it, for trying out.
struct DevCertificate {
    let key: TLSKeyMaterial.Key
    let certificate: TLSCertificate

    /// How far the clock of a client may be behind, in seconds.
    private static let clockTolerance = 3600

    /// - Parameters:
    ///   - issuer: who signs it; nil for one that signs itself.
    ///   - now: seconds since 1970.
    init(
        _ profile: CertificateProfile, signedBy issuer: DevCertificate? = nil, now: Int, days: Int
    ) throws(TLSError) {
        OpenSSLErrors.take()
        guard let pair = martlet_new_p256_key() else { throw Self.failure("no key could be made") }
        key = TLSKeyMaterial.Key(owning: pair)
        guard let pointer = X509_new() else { throw Self.failure("no certificate could be made") }
        certificate = TLSCertificate(owning: pointer)
        let signer = issuer?.certificate.pointer ?? pointer
        var moment = time_t(now)
        guard X509_set_version(pointer, 2) == 1, Self.setSerial(of: pointer),
            X509_time_adj_ex(X509_getm_notBefore(pointer), 0, -Self.clockTolerance, &moment) != nil,
            X509_time_adj_ex(X509_getm_notAfter(pointer), Int32(clamping: days), 0, &moment) != nil,
            X509_set_pubkey(pointer, key.pointer) == 1,
            Self.addName(profile.commonName, to: X509_get_subject_name(pointer)),
            X509_set_issuer_name(pointer, X509_get_subject_name(signer)) == 1
        else { throw Self.failure("the certificate could not be filled in") }
        for (number, value) in profile.extensions(Self.numbers) {
            guard Self.add(number, value, to: pointer, issuer: signer) else {
                throw Self.failure("the certificate cannot have the extension \(value)")
            }
        }
        guard X509_sign(pointer, (issuer?.key ?? key).pointer, EVP_sha256()) > 0 else {
            throw Self.failure("the certificate could not be signed")
        }
    }

    private static let numbers = CertificateExtensionNumbers(
        basicConstraints: NID_basic_constraints, keyUsage: NID_key_usage, extendedKeyUsage: NID_ext_key_usage,
        subjectKeyIdentifier: NID_subject_key_identifier, authorityKeyIdentifier: NID_authority_key_identifier,
        subjectAlternativeNames: NID_subject_alt_name)

    private static func failure(_ what: String) -> TLSError { TLSError("\(what) (\(OpenSSLErrors.text()))") }

    /// A number that nobody can guess and that no other certificate has.
    private static func setSerial(of certificate: OpaquePointer) -> Bool {
        var bytes = [UInt8](repeating: 0, count: 16)
        guard RAND_bytes(&bytes, Int32(bytes.count)) == 1 else { return false }
        // Positive and of full length.
        bytes[0] = bytes[0] & 0x7F | 0x40
        guard let number = BN_bin2bn(bytes, Int32(bytes.count), nil) else { return false }
        defer { BN_free(number) }
        return BN_to_ASN1_INTEGER(number, X509_get_serialNumber(certificate)) != nil
    }

    private static func addName(_ commonName: String, to name: OpaquePointer?) -> Bool {
        func add(_ attribute: Int32, _ value: String) -> Bool {
            let bytes = Array(value.utf8)
            return X509_NAME_add_entry_by_NID(name, attribute, MBSTRING_UTF8, bytes, Int32(bytes.count), -1, 0) == 1
        }
        return add(NID_organizationName, "Martlet trial") && add(NID_commonName, commonName)
    }

    private static func add(
        _ number: Int32, _ value: String, to certificate: OpaquePointer, issuer: OpaquePointer
    ) -> Bool {
        var context = X509V3_CTX()
        X509V3_set_ctx(&context, issuer, certificate, nil, nil, 0)
        guard let part = X509V3_EXT_conf_nid(nil, &context, number, value) else { return false }
        defer { X509_EXTENSION_free(part) }
        return X509_add_ext(certificate, part, -1) == 1
    }
}

// MARK: In PEM

extension DevCertificate {
    /// The private key in PKCS#8, the form that every client reads, without encryption.
    func keyText() throws(TLSError) -> [UInt8] {
        try MemoryBIO.writing("the key") { PEM_write_bio_PKCS8PrivateKey($0, key.pointer, nil, nil, 0, nil, nil) }
    }

    /// The certificate.
    func certificateText() throws(TLSError) -> [UInt8] {
        try MemoryBIO.writing("the certificate") { PEM_write_bio_X509($0, certificate.pointer) }
    }
}

extension MemoryBIO {
    /// What a function of the library writes; it answers 1 when all went well.
    static func writing(_ what: String, _ body: (OpaquePointer) -> Int32) throws(TLSError) -> [UInt8] {
        guard let bio = BIO_new(BIO_s_mem()) else { throw TLSError("\(what) cannot be written") }
        defer { BIO_free(bio) }
        guard body(bio) == 1 else { throw TLSError("\(what) cannot be written (\(OpenSSLErrors.text()))") }
        var bytes = [UInt8](repeating: 0, count: BIO_ctrl_pending(bio))
        let count = BIO_read(bio, &bytes, Int32(clamping: bytes.count))
        guard count == bytes.count else { throw TLSError("\(what) cannot be written") }
        return bytes
    }
}

internal import COpenSSL

/// An X.509 certificate, owned.
///
/// Unchecked because of the pointer: the certificate is never changed after it was read, and what libcrypto keeps about it
/// stands behind a lock of its own.
final class TLSCertificate: @unchecked Sendable {
    /// Never changed after it was read, which is what makes it safe to hand around.
    let pointer: OpaquePointer

    /// Takes over one reference.
    init(owning pointer: OpaquePointer) {
        self.pointer = pointer
    }

    deinit { X509_free(pointer) }

    /// Every certificate of a PEM text.
    static func all(in text: PEMText) -> [TLSCertificate]? {
        var certificates: [TLSCertificate] = []
        for block in text.blocks where block.label.hasSuffix("CERTIFICATE") {
            guard let certificate = MemoryBIO.reading(block.text, { PEM_read_bio_X509_AUX($0, nil, nil, nil) }) else {
                return nil
            }
            certificates.append(TLSCertificate(owning: certificate))
        }
        return certificates
    }

    /// The certificates of a stack, which is freed.
    static func all(in stack: OpaquePointer?) -> [TLSCertificate] {
        guard let stack else { return [] }
        var certificates: [TLSCertificate] = []
        while let pointer = OPENSSL_sk_pop(stack) {
            certificates.append(TLSCertificate(owning: OpaquePointer(pointer)))
        }
        OPENSSL_sk_free(stack)
        return certificates.reversed()
    }

    /// The subject as Java prints it (RFC 2253).
    var subject: String { DistinguishedName.text(of: X509_get_subject_name(pointer)) }

    /// Why it is not valid now; nil when it is.
    var timeProblem: String? {
        if X509_cmp_current_time(X509_get0_notAfter(pointer)) < 0 { return "has expired" }
        if X509_cmp_current_time(X509_get0_notBefore(pointer)) > 0 { return "is not valid yet" }
        return nil
    }

    func isIssued(by issuer: TLSCertificate) -> Bool {
        X509_check_issued(issuer.pointer, pointer) == X509_V_OK
    }
}

/// Reading from bytes through the library's own kind of file.
enum MemoryBIO {
    static func reading<Result>(_ text: String, _ body: (OpaquePointer) -> Result?) -> Result? {
        reading(Array(text.utf8), body)
    }

    static func reading<Result>(_ bytes: [UInt8], _ body: (OpaquePointer) -> Result?) -> Result? {
        bytes.withUnsafeBytes { region in
            guard let size = Int32(exactly: region.count), let bio = BIO_new_mem_buf(region.baseAddress, size) else {
                return nil
            }
            defer { BIO_free(bio) }
            return body(bio)
        }
    }
}

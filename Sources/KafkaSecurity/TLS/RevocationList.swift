internal import COpenSSL

/// A list of revoked certificates, owned.
final class RevocationList {
    let pointer: OpaquePointer

    /// Takes over one reference.
    init(owning pointer: OpaquePointer) {
        self.pointer = pointer
    }

    deinit { X509_CRL_free(pointer) }

    /// The lists of a file in PEM or DER; those that cannot be read are left out.
    static func all(in bytes: [UInt8]) -> [RevocationList] {
        defer { OpenSSLErrors.take() }
        guard PEMText.isPEM(bytes) else {
            return MemoryBIO.reading(bytes) { d2i_X509_CRL_bio($0, nil) }.map { [RevocationList(owning: $0)] } ?? []
        }
        return PEMText(bytes).blocks.filter { $0.label == "X509 CRL" }.compactMap { block in
            MemoryBIO.reading(block.text) { PEM_read_bio_X509_CRL($0, nil, nil, nil) }.map(RevocationList.init(owning:))
        }
    }

    /// Who made it, as Java prints names.
    var issuer: String { DistinguishedName.text(of: X509_CRL_get_issuer(pointer)) }

    /// When the next one was promised, in seconds since 1970; nil where nothing is said.
    var validUntil: Int? { TLSCertificate.seconds(X509_CRL_get0_nextUpdate(pointer)) }
}

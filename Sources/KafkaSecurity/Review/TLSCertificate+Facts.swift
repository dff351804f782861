internal import COpenSSL
import Glibc

/// What a review asks a certificate.
extension TLSCertificate {
    /// The end of its validity, in seconds since 1970; nil when it cannot be read.
    var validUntil: Int? { Self.seconds(X509_get0_notAfter(pointer)) }
    /// The beginning of its validity, likewise.
    var validFrom: Int? { Self.seconds(X509_get0_notBefore(pointer)) }

    /// Whether it is its own issuer.
    var isSelfIssued: Bool { isIssued(by: self) }

    /// The issuer as Java prints it.
    var issuer: String { DistinguishedName.text(of: X509_get_issuer_name(pointer)) }

    /// The bits of an RSA key; nil for keys of other kinds.
    var rsaBits: Int? {
        guard let key = X509_get0_pubkey(pointer), EVP_PKEY_get_base_id(key) == NID_rsaEncryption else { return nil }
        return Int(EVP_PKEY_get_bits(key))
    }

    /// The hash of its signature where that is broken: SHA1 or MD5.
    var brokenHash: String? {
        var hash = NID_undef
        guard X509_get_signature_info(pointer, &hash, nil, nil, nil) == 1 else { return nil }
        switch hash {
        case NID_sha1: return "SHA-1"
        case NID_md5, NID_md5_sha1: return "MD5"
        default: return nil
        }
    }

    /// Whether it names hosts in the place where clients look.
    var hasAlternativeNames: Bool { X509_get_ext_by_NID(pointer, NID_subject_alt_name, -1) >= 0 }

    /// Whether it is for a host name or an address, by its alternative names.
    func isFor(_ host: String) -> Bool {
        CertificateHost.isAddress(host)
            ? X509_check_ip_asc(pointer, host, 0) == 1 : X509_check_host(pointer, host, host.utf8.count, 0, nil) == 1
    }

    /// Whether it may be a server's: it says so, or says nothing of uses at all.
    var isForServers: Bool {
        let uses = X509_get_extended_key_usage(pointer)
        return uses == .max || uses & UInt32(XKU_SSL_SERVER | XKU_ANYEKU) != 0
    }

    static func seconds(_ time: UnsafePointer<ASN1_TIME>?) -> Int? {
        guard let time else { return nil }
        var parts = tm()
        guard ASN1_TIME_to_tm(time, &parts) == 1 else { return nil }
        return timegm(&parts)
    }
}

internal import COpenSSL

/// A private key and its chain, the key's own certificate first.
struct TLSKeyMaterial {
    /// An EVP_PKEY, owned.
    final class Key {
        let pointer: OpaquePointer

        init(owning pointer: OpaquePointer) {
            self.pointer = pointer
        }

        deinit { EVP_PKEY_free(pointer) }
    }

    let key: Key
    let chain: [TLSCertificate]
    /// What lay beside them and does not belong to the chain.
    let leftOut: [TLSCertificate]

    /// Puts the certificate of the key first and its issuers behind it, in their order; what does not belong to the
    /// chain is left out.
    init(key: Key, certificates: [TLSCertificate], source: String) throws(TLSError) {
        self.key = key
        guard !certificates.isEmpty else { throw TLSError("\(source) holds no certificate") }
        guard let own = certificates.first(where: { X509_check_private_key($0.pointer, key.pointer) == 1 }) else {
            OpenSSLErrors.take()
            throw TLSError("\(source): the private key belongs to none of its certificates")
        }
        var chain = [own]
        var rest = certificates.filter { $0 !== own }
        while let last = chain.last, !last.isIssued(by: last),
            let next = rest.firstIndex(where: { last.isIssued(by: $0) })
        {
            chain.append(rest.remove(at: next))
        }
        OpenSSLErrors.take()
        self.chain = chain
        leftOut = rest
    }

    /// - Parameter keyPassword: `ssl.key.password`; where it is not set, the password of the store, as in Kafka.
    static func load(_ store: TLSSettings.Store, keyPassword: String?) throws(TLSError) -> TLSKeyMaterial {
        switch try TLSStoreContent.load(store, kind: .key) {
        case .pem(let text, let source): return try fromPEM(text, keyPassword: keyPassword, source: source)
        case .pkcs12(let bytes, let source):
            let content = try PKCS12Content.load(bytes, password: store.password, kind: .key, source: source)
            guard let key = content.key else { throw TLSError("\(source) holds no private key") }
            return try TLSKeyMaterial(key: key, certificates: content.certificates, source: source)
        }
    }

    private static func fromPEM(
        _ text: PEMText, keyPassword: String?, source: String
    ) throws(TLSError) -> TLSKeyMaterial {
        guard let block = text.blocks.first(where: { $0.label.hasSuffix("PRIVATE KEY") }) else {
            throw TLSError("\(source) holds no private key; a PEM store has the key and its chain in one file")
        }
        let isEncrypted = block.label.hasPrefix("ENCRYPTED") || block.text.contains("Proc-Type")
        if isEncrypted, keyPassword == nil {
            throw TLSError("\(source): the private key is encrypted; set ssl.key.password")
        }
        let pointer = withPassword(keyPassword) { password in
            MemoryBIO.reading(block.text) { PEM_read_bio_PrivateKey($0, nil, answerPassword, password) }
        }
        guard let pointer else {
            let reason = OpenSSLErrors.text()
            throw TLSError(
                isEncrypted
                    ? "\(source): the private key cannot be decrypted; is ssl.key.password right? (\(reason))"
                    : "\(source): the private key cannot be read (\(reason))")
        }
        let key = Key(owning: pointer)
        guard let certificates = TLSCertificate.all(in: text) else {
            throw TLSError("\(source): a certificate cannot be read (\(OpenSSLErrors.text()))")
        }
        return try TLSKeyMaterial(key: key, certificates: certificates, source: source)
    }

    private static func withPassword<Result>(
        _ password: String?, _ body: (UnsafeMutableRawPointer?) -> Result
    ) -> Result {
        guard let password else { return body(nil) }
        var bytes = Array(password.utf8) + [0]
        return bytes.withUnsafeMutableBytes { body($0.baseAddress) }
    }

    /// Answers what the library asks, so that it never asks a terminal.
    private static let answerPassword:
        @convention(c) (UnsafeMutablePointer<CChar>?, Int32, Int32, UnsafeMutableRawPointer?) -> Int32 = {
            buffer, size, _, password in
            guard let buffer, let password = password?.assumingMemoryBound(to: CChar.self) else { return -1 }
            var length: Int32 = 0
            while length < size, password[Int(length)] != 0 {
                buffer[Int(length)] = password[Int(length)]
                length &+= 1
            }
            return length
        }
}

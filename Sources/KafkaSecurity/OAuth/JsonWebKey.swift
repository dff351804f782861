internal import COpenSSL
internal import KafkaMessageJSON

/// A public key of a token issuer (RFC 7517), held by libcrypto.
///
/// Unchecked because of the pointer: what it leads to is never changed after `init`, and libcrypto lets any thread read it.
final class JsonWebKey: @unchecked Sendable {
    /// The smallest RSA key that counts, in bits.
    static let leastBits: Int32 = 2048

    let id: String?
    private let algorithm: String?
    private let curve: EllipticCurve?
    /// Never changed after it was made; libcrypto counts its references by itself.
    private let key: OpaquePointer

    /// Nil for what is no public key that can check a signature of a token.
    init?(_ value: JSONValue) {
        let use = value["use"]?.stringValue
        guard use == nil || use == "sig" else { return nil }
        id = value["kid"]?.stringValue
        algorithm = value["alg"]?.stringValue
        let encoded: [UInt8]
        switch value["kty"]?.stringValue {
        case "RSA":
            guard let modulus = Self.bytes(value["n"]), let exponent = Self.bytes(value["e"]) else { return nil }
            curve = nil
            encoded = DER.sequence(
                DER.sequence([0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01], [0x05, 0x00]),
                DER.bitString(DER.sequence(DER.integer(modulus), DER.integer(exponent))))
        case "EC":
            guard let curve = value["crv"]?.stringValue.flatMap(EllipticCurve.init), let x = Self.bytes(value["x"]),
                let y = Self.bytes(value["y"]), x.count == curve.size, y.count == curve.size
            else { return nil }
            self.curve = curve
            encoded = DER.sequence(
                DER.sequence([0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01], curve.identifier),
                DER.bitString([0x04] + x + y))
        default: return nil
        }
        let made = encoded.withUnsafeBufferPointer { buffer -> OpaquePointer? in
            var start = buffer.baseAddress
            return d2i_PUBKEY(nil, &start, buffer.count)
        }
        guard let made else {
            ERR_clear_error()
            return nil
        }
        key = made
        guard curve != nil || EVP_PKEY_get_bits(made) >= Self.leastBits else { return nil }
    }

    deinit { EVP_PKEY_free(key) }

    /// Whether the key may check tokens of that algorithm.
    func fits(_ algorithm: SignatureAlgorithm) -> Bool {
        algorithm.curve == curve && (self.algorithm == nil || self.algorithm == algorithm.rawValue)
    }

    /// Whether the signature over these bytes was made with the private half of the key.
    func verifies(_ signature: [UInt8], of signed: [UInt8], by algorithm: SignatureAlgorithm) -> Bool {
        var signature = signature
        if let curve {
            // Tokens have both numbers side by side, libcrypto wants them in DER.
            guard signature.count == 2 * curve.size else { return false }
            signature = DER.sequence(
                DER.integer(signature.prefix(curve.size)), DER.integer(signature.suffix(curve.size)))
        }
        guard let context = EVP_MD_CTX_new() else { return false }
        defer {
            EVP_MD_CTX_free(context)
            ERR_clear_error()
        }
        var keyContext: OpaquePointer?
        guard EVP_DigestVerifyInit(context, &keyContext, algorithm.hash, nil, key) == 1 else { return false }
        if algorithm.usesPSS {
            guard EVP_PKEY_CTX_set_rsa_padding(keyContext, RSA_PKCS1_PSS_PADDING) == 1,
                EVP_PKEY_CTX_set_rsa_pss_saltlen(keyContext, RSA_PSS_SALTLEN_DIGEST) == 1
            else { return false }
        }
        return EVP_DigestVerify(context, signature, signature.count, signed, signed.count) == 1
    }

    private static func bytes(_ value: JSONValue?) -> [UInt8]? {
        guard let text = value?.stringValue, text.utf8.count <= 8192, let bytes = Base64URL.decode(text) else {
            return nil
        }
        return bytes.isEmpty ? nil : bytes
    }
}

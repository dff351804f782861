internal import COpenSSL

/// A certificate's name in the form that Java's X500Principal prints by default, RFC 2253 with the names of RFC 4514:
/// `CN=alice,OU=dev,O=Example,C=US`. Other attributes stand as their OID with the value in hexadecimal.
enum DistinguishedName {
    private static let keywords: [Int32: String] = [
        NID_commonName: "CN", NID_countryName: "C", NID_localityName: "L", NID_stateOrProvinceName: "ST",
        NID_organizationName: "O", NID_organizationalUnitName: "OU", NID_streetAddress: "STREET",
        NID_domainComponent: "DC", NID_userId: "UID",
    ]

    static func text(of name: OpaquePointer?) -> String {
        guard let name else { return "" }
        var parts: [String] = []
        var index = X509_NAME_entry_count(name) &- 1
        var set: Int32?
        while index >= 0 {
            if let entry = X509_NAME_get_entry(name, index) {
                let text = attribute(entry)
                // Attributes of one set belong together.
                if set == X509_NAME_ENTRY_set(entry), let last = parts.popLast() {
                    parts.append("\(last)+\(text)")
                } else {
                    parts.append(text)
                }
                set = X509_NAME_ENTRY_set(entry)
            }
            index &-= 1
        }
        return parts.joined(separator: ",")
    }

    private static func attribute(_ entry: OpaquePointer) -> String {
        let object = X509_NAME_ENTRY_get_object(entry)
        guard let data = X509_NAME_ENTRY_get_data(entry) else { return "" }
        if let keyword = keywords[OBJ_obj2nid(object)] {
            var utf8: UnsafeMutablePointer<UInt8>?
            let length = ASN1_STRING_to_UTF8(&utf8, data)
            guard length >= 0, let utf8 else { return "\(keyword)=" }
            defer { CRYPTO_free(utf8, #file, 0) }
            return "\(keyword)=\(escaped(UnsafeBufferPointer(start: utf8, count: Int(length))))"
        }
        var oid = [CChar](repeating: 0, count: 128)
        let oidLength = OBJ_obj2txt(&oid, Int32(oid.count), object, 1)
        let name = String(
            decoding: oid.prefix(Int(max(0, min(oidLength, 127)))).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return "\(name)=\(hexadecimal(data))"
    }

    private static func escaped(_ value: UnsafeBufferPointer<UInt8>) -> String {
        var result: [UInt8] = []
        for (index, byte) in value.enumerated() {
            let isEdge = index == 0 || index == value.count &- 1
            let isSpecial = ",+\"\\<>;=".utf8.contains(byte)
            if isSpecial || (isEdge && byte == 0x20) || (index == 0 && byte == 0x23) { result.append(0x5C) }
            result.append(byte)
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The value's encoding as the RFC wants it for attributes without a keyword.
    private static func hexadecimal(_ data: UnsafePointer<ASN1_STRING>) -> String {
        let copy = UnsafeMutablePointer(mutating: data)
        var value = ASN1_TYPE()
        value.type = ASN1_STRING_type(copy)
        value.value.asn1_string = copy
        var encoded: UnsafeMutablePointer<UInt8>?
        let length = i2d_ASN1_TYPE(&value, &encoded)
        guard length > 0, let encoded else { return "#" }
        defer { CRYPTO_free(encoded, #file, 0) }
        var text = "#"
        let digits = Array("0123456789abcdef")
        for index in 0..<Int(length) {
            text.append(digits[Int(encoded[index] >> 4)])
            text.append(digits[Int(encoded[index] & 15)])
        }
        return text
    }
}

/// A client-first message taken apart (RFC 5802, section 7).
struct ScramClientFirst: Sendable {
    /// What stands before the bare message and comes back in the client-final message.
    let header: [UInt8]
    let bare: [UInt8]
    let authorizationId: String
    let user: String
    let nonce: [UInt8]
    /// Attributes behind the nonce, by name; Kafka's clients ask for delegation tokens there.
    let extensions: [String: String]

    /// Nil for what is no such message, or asks for channel binding, which is not offered.
    init?(_ message: [UInt8]) {
        let parts = message.split(separator: UInt8(ascii: ","), maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, [Array("n".utf8), Array("y".utf8)].contains(Array(parts[0])) else { return nil }
        if parts[1].isEmpty {
            authorizationId = ""
        } else {
            guard parts[1].starts(with: Array("a=".utf8)), let id = Self.name(parts[1].dropFirst(2)) else { return nil }
            authorizationId = id
        }
        header = Array(message.prefix(parts[0].count &+ parts[1].count &+ 2))
        bare = Array(parts[2])
        let attributes = bare.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        guard attributes.count >= 2, attributes.count <= 16, attributes[0].starts(with: Array("n=".utf8)),
            attributes[1].starts(with: Array("r=".utf8)), let user = Self.name(attributes[0].dropFirst(2))
        else { return nil }
        self.user = user
        nonce = Array(attributes[1].dropFirst(2))
        guard !nonce.isEmpty, nonce.allSatisfy({ (0x21...0x7e).contains($0) }) else { return nil }
        var extensions: [String: String] = [:]
        for attribute in attributes.dropFirst(2) {
            guard let mark = attribute.firstIndex(of: UInt8(ascii: "=")), mark > attribute.startIndex,
                let name = String(validating: attribute[..<mark], as: UTF8.self),
                let value = String(validating: attribute[(mark + 1)...], as: UTF8.self)
            else { return nil }
            extensions[name] = value
        }
        self.extensions = extensions
    }

    /// A name with `=2C` for a comma and `=3D` for an equals sign; nil for any other use of the latter.
    private static func name(_ text: ArraySlice<UInt8>) -> String? {
        var bytes: [UInt8] = []
        var rest = text
        while let byte = rest.popFirst() {
            switch byte {
            case 0, UInt8(ascii: ","): return nil
            case UInt8(ascii: "="):
                switch Array(rest.prefix(2)) {
                case Array("2C".utf8): bytes.append(UInt8(ascii: ","))
                case Array("3D".utf8): bytes.append(UInt8(ascii: "="))
                default: return nil
                }
                rest = rest.dropFirst(2)
            default: bytes.append(byte)
            }
        }
        guard !bytes.isEmpty else { return nil }
        return String(validating: bytes, as: UTF8.self)
    }
}

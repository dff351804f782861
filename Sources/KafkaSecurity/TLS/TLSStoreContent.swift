/// The bytes of a key store or trust store, and the form they are really in.
///
/// Java opens a PKCS12 file under the type JKS too, its default; so the bytes decide, unless somebody set the type to
/// something they are not.
enum TLSStoreContent {
    /// Which store, for the names of keys in errors.
    enum Kind: String {
        case key = "ssl.keystore"
        case trust = "ssl.truststore"
    }

    case pem(PEMText, source: String)
    case pkcs12([UInt8], source: String)

    private static let jksMagic: [UInt8] = [0xFE, 0xED, 0xFE, 0xED]
    private static let jceksMagic: [UInt8] = [0xCE, 0xCE, 0xCE, 0xCE]

    static func load(_ store: TLSSettings.Store, kind: Kind) throws(TLSError) -> TLSStoreContent {
        let name = kind.rawValue
        let type = store.type.uppercased()
        guard ["PEM", "PKCS12", "JKS"].contains(type) else {
            throw TLSError("\(name).type=\(store.type) is not served; use PEM or PKCS12")
        }
        if let inline = try inline(store, kind: kind) { return inline }
        guard let location = store.location else {
            throw TLSError(
                kind == .key
                    ? "ssl.keystore.location is not set; a TLS listener needs a key and a certificate"
                    : "ssl.truststore.location is not set")
        }
        if type == "PEM", store.password != nil {
            throw TLSError("\(name).password cannot be set with type PEM; a PEM file as a whole has no password")
        }
        let bytes = try SecurityFile.read(location, key: "\(name).location")
        if bytes.starts(with: jksMagic) || bytes.starts(with: jceksMagic) {
            throw TLSError(
                "\(name).location: \(location) is a JKS store, which is not served. Convert it: keytool "
                    + "-importkeystore -srckeystore \(location) -destkeystore \(location).p12 "
                    + "-deststoretype PKCS12; then set \(name).location to the new file and \(name).type=PKCS12")
        }
        if PEMText.isPEM(bytes) {
            guard type == "PEM" || !store.isTypeSet else {
                throw TLSError("\(name).type is \(store.type), but \(location) is in PEM; set \(name).type=PEM")
            }
            return .pem(PEMText(bytes), source: location)
        }
        guard bytes.first == 0x30 else {
            throw TLSError("\(name).location: \(location) is neither PEM nor PKCS12")
        }
        guard type != "PEM" else {
            throw TLSError("\(name).type is PEM, but \(location) seems to be PKCS12; set \(name).type=PKCS12")
        }
        return .pkcs12(bytes, source: location)
    }

    /// PEM text that stands in the configuration itself.
    private static func inline(_ store: TLSSettings.Store, kind: Kind) throws(TLSError) -> TLSStoreContent? {
        guard store.certificates != nil || store.key != nil else { return nil }
        let keys = kind == .key ? "ssl.keystore.key and ssl.keystore.certificate.chain" : "ssl.truststore.certificates"
        guard store.type.uppercased() == "PEM" else { throw TLSError("\(keys) need \(kind.rawValue).type=PEM") }
        guard store.location == nil else {
            throw TLSError("\(kind.rawValue).location cannot be set together with \(keys)")
        }
        if kind == .key, store.certificates == nil || store.key == nil {
            throw TLSError("ssl.keystore.key and ssl.keystore.certificate.chain must be set together")
        }
        let text = (store.key ?? "") + "\n" + (store.certificates ?? "")
        return .pem(PEMText(Array(text.utf8)), source: keys)
    }
}

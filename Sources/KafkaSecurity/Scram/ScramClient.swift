internal import KafkaMessageJSON
internal import NIOCore

/// The client's side of a SCRAM exchange without channel binding (RFC 5802, RFC 7677), as a pure value: messages in,
/// messages out. The caller sends `firstMessage`, then what `respond` makes of the first answer, and gives the second
/// answer to `verify`; any other order and any call after a failure is an error.
///
/// User and password are taken as they are, in UTF-8: Kafka, too, leaves out the normalisation (SASLprep) of the RFC.
public struct ScramClient: Sendable {
    /// The iterations that are accepted. Kafka's clients accept no fewer than 4096; the upper bound keeps a server
    /// from making a client compute for minutes.
    public static let iterations = 4096...1_000_000
    /// Longer messages of a server are refused, in bytes.
    public static let longestMessage = 65_536

    private enum Phase {
        case first
        case signed(serverSignature: [UInt8])
        case over
    }

    private static let header = Array("n,,".utf8)
    private let algorithm: HashAlgorithm
    private let password: [UInt8]
    private let nonce: [UInt8]
    private let bareFirst: [UInt8]
    private let passwords: SaltedPasswords
    private var phase = Phase.first

    /// Begins an exchange.
    ///
    /// - Parameters:
    ///   - nonce: printable ASCII without the comma that was never used before and that nobody can guess.
    ///   - isToken: whether user and password are a delegation token's id and secret (KIP-48).
    ///   - passwords: takes what the password is made into, and gives it where that is known already.
    public init(
        _ mechanism: ScramMechanism, user: String, password: String, nonce: String, isToken: Bool = false,
        passwords: SaltedPasswords = SaltedPasswords()
    ) throws(ScramError) {
        let isPrintable = nonce.utf8.allSatisfy { (0x21...0x7e).contains($0) && $0 != UInt8(ascii: ",") }
        guard !nonce.isEmpty, isPrintable else { throw .badNonce }
        algorithm = mechanism.algorithm
        self.password = Array(password.utf8)
        self.nonce = Array(nonce.utf8)
        self.passwords = passwords
        bareFirst = Array("n=".utf8) + Self.escaped(user) + Array(",r=\(nonce)\(isToken ? ",tokenauth=true" : "")".utf8)
    }

    /// The client-first message.
    public var firstMessage: [UInt8] { Self.header + bareFirst }

    /// The client-final message that answers the server-first message.
    public mutating func respond(toServerFirst message: [UInt8]) throws(ScramError) -> [UInt8] {
        guard case .first = phase else { throw .outOfTurn }
        phase = .over
        let (serverNonce, salt, iterations) = try read(message)
        let withoutProof = Array("c=\(Base64.encode(Self.header)),r=".utf8) + serverNonce
        let comma = [UInt8(ascii: ",")]
        let signed = bareFirst + comma + message + comma + withoutProof
        let proof: [UInt8]
        let serverSignature: [UInt8]
        do {
            let salted = try passwords.salted(algorithm, password: password, salt: salt, iterations: iterations)
            let clientKey = try algorithm.authenticationCode(of: Array("Client Key".utf8), key: salted)
            let serverKey = try algorithm.authenticationCode(of: Array("Server Key".utf8), key: salted)
            let storedKey = try algorithm.hash(clientKey)
            let clientSignature = try algorithm.authenticationCode(of: signed, key: storedKey)
            proof = zip(clientKey, clientSignature).map { $0 ^ $1 }
            serverSignature = try algorithm.authenticationCode(of: signed, key: serverKey)
        } catch {
            throw .crypto(error)
        }
        phase = .signed(serverSignature: serverSignature)
        return withoutProof + Array(",p=\(Base64.encode(proof))".utf8)
    }

    /// Checks the server-final message: returns only if the server knows the password, or what was made of it.
    public mutating func verify(serverFinal message: [UInt8]) throws(ScramError) {
        guard case .signed(let signature) = phase else { throw .outOfTurn }
        phase = .over
        guard message.count <= Self.longestMessage, let attributes = ScramAttributes(message) else { throw .malformed }
        if let reason = attributes[0, "e"] { throw .refused(String(decoding: reason, as: UTF8.self)) }
        guard let text = attributes[0, "v"], let sent = Self.base64(text) else { throw .malformed }
        guard ConstantTime.areEqual(sent, signature) else { throw .wrongSignature }
    }

    private func read(
        _ message: [UInt8]
    ) throws(ScramError) -> (nonce: ArraySlice<UInt8>, salt: [UInt8], iterations: Int) {
        guard message.count <= Self.longestMessage, let attributes = ScramAttributes(message) else { throw .malformed }
        if attributes[0, "m"] != nil { throw .extensionDemanded }
        guard let serverNonce = attributes[0, "r"], let saltText = attributes[1, "s"],
            let salt = Self.base64(saltText), !salt.isEmpty, let countText = attributes[2, "i"],
            let count = Int(String(decoding: countText, as: UTF8.self))
        else { throw .malformed }
        guard serverNonce.count > nonce.count, serverNonce.starts(with: nonce) else { throw .foreignNonce }
        guard Self.iterations.contains(count) else { throw .iterationsOutOfRange(count) }
        return (serverNonce, salt, count)
    }

    private static func base64(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        Base64.decode(String(decoding: text, as: UTF8.self)).map { Array($0.readableBytesView) }
    }

    /// A user's name with the characters that separate attributes written out (RFC 5802, section 5.1).
    private static func escaped(_ user: String) -> [UInt8] {
        user.utf8.flatMap { byte -> [UInt8] in
            switch byte {
            case UInt8(ascii: ","): Array("=2C".utf8)
            case UInt8(ascii: "="): Array("=3D".utf8)
            default: [byte]
            }
        }
    }
}

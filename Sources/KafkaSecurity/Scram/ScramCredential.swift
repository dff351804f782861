/// What a server keeps of a password for SCRAM (RFC 5802, section 3): enough to check a proof, not to make one.
public struct ScramCredential: Sendable, Equatable {
    /// The fewest iterations that Kafka accepts, and the most.
    public static let iterations = 4096...16384
    /// What users get who are made here. Only clients hash, and only when they log in, so that more cost the server
    /// nothing.
    public static let usualIterations = 10_000

    /// The salt that the password was hashed with.
    public var salt: [UInt8]
    /// What a proof is checked by.
    public var storedKey: [UInt8]
    /// What the server proves itself by.
    public var serverKey: [UInt8]
    /// How often the password was hashed.
    public var iterations: Int

    /// A credential as it is stored.
    public init(salt: [UInt8], storedKey: [UInt8], serverKey: [UInt8], iterations: Int) {
        self.salt = salt
        self.storedKey = storedKey
        self.serverKey = serverKey
        self.iterations = iterations
    }

    /// A credential made of a salted password, as AlterUserScramCredentials carries it.
    public init(
        _ mechanism: ScramMechanism, saltedPassword: [UInt8], salt: [UInt8], iterations: Int
    ) throws(CryptoError) {
        let algorithm = mechanism.algorithm
        let clientKey = try algorithm.authenticationCode(of: Array("Client Key".utf8), key: saltedPassword)
        self.init(
            salt: salt, storedKey: try algorithm.hash(clientKey),
            serverKey: try algorithm.authenticationCode(of: Array("Server Key".utf8), key: saltedPassword),
            iterations: iterations)
    }

    /// A credential made of a password. Takes milliseconds.
    public init(
        _ mechanism: ScramMechanism, password: String, salt: [UInt8], iterations: Int = Self.iterations.lowerBound
    ) throws(CryptoError) {
        let salted = try mechanism.algorithm.derivedKey(
            password: Array(password.utf8), salt: salt, iterations: iterations)
        try self.init(mechanism, saltedPassword: salted, salt: salt, iterations: iterations)
    }

    /// A new salt in the form that Kafka's tools give theirs: 26 letters and digits.
    public static func makeSalt() -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return saltText((0..<saltLength).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
    }

    private static let saltLength = 26
    private static let saltAlphabet = Array("0123456789abcdefghijklmnopqrstuvwxyz".utf8)

    private static func saltText(_ bytes: [UInt8]) -> [UInt8] {
        bytes.prefix(saltLength).map { saltAlphabet[Int($0) % saltAlphabet.count] }
    }

    /// What stands in for the credential of a user who does not exist: the same salt for the same name each time, keys
    /// that no proof fits, and the iterations that others have.
    static func fake(
        _ mechanism: ScramMechanism, user: String, secret: [UInt8], iterations: Int
    ) -> ScramCredential {
        let name = Array(user.utf8)
        func derived(_ label: String, _ algorithm: HashAlgorithm) -> [UInt8] {
            let message = Array("\(label) \(mechanism.rawValue) ".utf8) + name
            return (try? algorithm.authenticationCode(of: message, key: secret)) ?? []
        }
        return ScramCredential(
            salt: saltText(derived("salt", .sha256)), storedKey: derived("stored key", mechanism.algorithm),
            serverKey: derived("server key", mechanism.algorithm), iterations: iterations)
    }
}

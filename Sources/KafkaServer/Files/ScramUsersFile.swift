import KafkaMessageJSON
public import KafkaSecurity
import NIOCore
import Synchronization

/// Users of SCRAM as a file has them, for a server without metadata of its own: one credential a line, from which no
/// password can be read.
///
///     name=alice mechanism=SCRAM-SHA-512 salt=… stored_key=… server_key=… iterations=4096
public final class ScramUsersFile: Sendable {
    /// A user's credential for one mechanism.
    public struct Key: Hashable, Sendable {
        /// The user's name.
        public let user: String
        /// The mechanism.
        public let mechanism: ScramMechanism

        /// A credential's place.
        public init(user: String, mechanism: ScramMechanism) {
            self.user = user
            self.mechanism = mechanism
        }
    }

    private struct State {
        var credentials: [Key: ScramCredential] = [:]
        var usualIterations: [ScramMechanism: Int] = [:]
    }

    private let state = Mutex(State())

    /// No users yet.
    public init() {}

    /// A user's credential.
    public func credential(_ mechanism: ScramMechanism, _ user: String) -> ScramCredential? {
        state.withLock { $0.credentials[Key(user: user, mechanism: mechanism)] }
    }

    /// The iterations that most credentials of a mechanism have.
    public func usualIterations(_ mechanism: ScramMechanism) -> Int {
        state.withLock { $0.usualIterations[mechanism] } ?? ScramCredential.usualIterations
    }

    /// Puts the users of a text in the place of those before; answers how many credentials there are.
    public func take(_ text: String) throws(SettingsLine.Problem) -> Int {
        let read = try Self.parse(text)
        let usual = Self.usualIterations(read)
        state.withLock { $0 = State(credentials: read, usualIterations: usual) }
        return read.count
    }

    private static func usualIterations(_ credentials: [Key: ScramCredential]) -> [ScramMechanism: Int] {
        var counts: [ScramMechanism: [Int: Int]] = [:]
        for (key, credential) in credentials {
            counts[key.mechanism, default: [:]][credential.iterations, default: 0] += 1
        }
        return counts.compactMapValues { $0.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key }
    }

    /// The credentials of a text.
    public static func parse(_ text: String) throws(SettingsLine.Problem) -> [Key: ScramCredential] {
        var credentials: [Key: ScramCredential] = [:]
        try SettingsLine.read(text) { line throws(SettingsLine.Problem) in
            let name = try line.need("name")
            guard let mechanism = ScramMechanism(rawValue: try line.need("mechanism")) else {
                throw SettingsLine.Problem("mechanism must be SCRAM-SHA-256 or SCRAM-SHA-512")
            }
            let size = mechanism == .sha256 ? 32 : 64
            let credential = ScramCredential(
                salt: try bytes("salt", &line, nil), storedKey: try bytes("stored_key", &line, size),
                serverKey: try bytes("server_key", &line, size),
                iterations: Int(try line.need("iterations")) ?? 0)
            guard credential.iterations >= ScramCredential.iterations.lowerBound,
                credential.iterations <= Int(Int32.max)
            else {
                throw SettingsLine.Problem(
                    "iterations must be a number from \(ScramCredential.iterations.lowerBound) on")
            }
            guard credentials.updateValue(credential, forKey: Key(user: name, mechanism: mechanism)) == nil else {
                throw SettingsLine.Problem("\(name) has a second credential for \(mechanism.rawValue)")
            }
        }
        return credentials
    }

    /// A text with a credential more, in the place of the same user's for the mechanism; other lines stay as they are.
    public static func adding(
        _ key: Key, _ credential: ScramCredential, to text: String
    ) throws(SettingsLine.Problem) -> String {
        _ = try parse(text)
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
            (try? parse(String(line)))?[key] == nil
        }
        if lines.last?.isEmpty == true { lines.removeLast() }
        return (lines.map(String.init) + [line(key, credential)]).joined(separator: "\n") + "\n"
    }

    private static func line(_ key: Key, _ credential: ScramCredential) -> String {
        "name=\(SettingsLine.quoted(key.user)) mechanism=\(key.mechanism.rawValue) "
            + "salt=\(Base64.encode(credential.salt)) stored_key=\(Base64.encode(credential.storedKey)) "
            + "server_key=\(Base64.encode(credential.serverKey)) iterations=\(credential.iterations)"
    }

    private static func bytes(
        _ key: String, _ line: inout SettingsLine, _ size: Int?
    ) throws(SettingsLine.Problem) -> [UInt8] {
        let bytes = Base64.decode(try line.need(key)).map { Array($0.readableBytesView) } ?? []
        guard !bytes.isEmpty, size == nil || bytes.count == size else {
            throw SettingsLine.Problem("\(key) must be\(size.map { " \($0) bytes" } ?? "") in Base64")
        }
        return bytes
    }
}

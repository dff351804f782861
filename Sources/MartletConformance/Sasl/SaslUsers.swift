import KafkaMessageJSON
import KafkaProtocol
import KafkaSecurity
import KafkaWire

/// The users that the broker of a session knew, and how a fresh broker gets to know them.
///
/// Each is made known for every mechanism: who logs in by which one, the recording tells.
struct SaslUsers: Sendable {
    /// The listener that logs in.
    static let listener = "SASL_PLAINTEXT"
    private static let iterations = 4096

    let all: [SaslCredentials]

    /// Reads what INDEX.json says: passwords by user, by mechanism. Nil where that is nothing.
    init?(_ json: JSONValue?) {
        all = (json?["users"]?.members ?? []).flatMap { $0.value.members ?? [] }.compactMap { member in
            member.value.stringValue.map { SaslCredentials(user: member.name, password: $0) }
        }
        if all.isEmpty { return nil }
    }

    /// What a broker is started with: the users of PLAIN.
    var property: (key: String, value: String) {
        let users = all.map { "\(Self.quoted("user_" + $0.user))=\(Self.quoted($0.password))" }.joined(separator: " ")
        return (
            "listener.name.\(Self.listener.lowercased()).plain.sasl.jaas.config",
            "org.apache.kafka.common.security.plain.PlainLoginModule required \(users);"
        )
    }

    /// Makes the users of SCRAM.
    func create(_ calls: BrokerCalls) async throws {
        let salt = ScramCredential.makeSalt()
        var upsertions: [JSONValue] = []
        for user in all {
            for (number, mechanism) in [(1, ScramMechanism.sha256), (2, .sha512)] as [(Int64, ScramMechanism)] {
                let salted = try mechanism.algorithm.derivedKey(
                    password: Array(user.password.utf8), salt: salt, iterations: Self.iterations)
                upsertions.append([
                    "name": .string(user.user), "mechanism": .integer(number), "iterations": .integer(4096),
                    "salt": .string(Base64.encode(salt)), "saltedPassword": .string(Base64.encode(salted)),
                ])
            }
        }
        _ = try await calls.send(
            .alterUserScramCredentials, ["deletions": [], "upsertions": .array(upsertions)])
    }

    private static func quoted(_ text: String) -> String {
        "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
    }
}

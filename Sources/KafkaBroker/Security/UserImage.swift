import KafkaProtocol
import KafkaSecurity
import NIOCore

/// What the metadata holds of users: their SCRAM credentials and delegation tokens. A pure value that changes only by
/// applying records.
struct UserImage: Sendable {
    /// A user's credential for one mechanism.
    struct ScramKey: Hashable, Sendable {
        let user: String
        let mechanism: ScramMechanism
    }

    private(set) var scram: [ScramKey: ScramCredential] = [:]
    /// How many credentials of a mechanism have so many iterations.
    private var iterations: [ScramMechanism: [Int: Int]] = [:]
    /// By token id.
    private(set) var tokens: [String: DelegationTokenRecord] = [:]

    /// The mechanisms for which a user has a credential, in the order of their numbers.
    func mechanisms(of user: String) -> [(mechanism: ScramMechanism, iterations: Int)] {
        ScramMechanism.allCases.compactMap { mechanism in
            scram[ScramKey(user: user, mechanism: mechanism)].map { (mechanism, $0.iterations) }
        }
    }

    mutating func apply(_ record: UserScramCredentialRecord) {
        // A mechanism that is not known here is kept by the log alone.
        guard let mechanism = ScramMechanism(number: record.mechanism) else { return }
        set(
            ScramKey(user: record.name, mechanism: mechanism),
            ScramCredential(
                salt: Array(record.salt.readableBytesView), storedKey: Array(record.storedKey.readableBytesView),
                serverKey: Array(record.serverKey.readableBytesView), iterations: Int(record.iterations)))
    }

    mutating func apply(_ record: RemoveUserScramCredentialRecord) {
        guard let mechanism = ScramMechanism(number: record.mechanism) else { return }
        set(ScramKey(user: record.name, mechanism: mechanism), nil)
    }

    private mutating func set(_ key: ScramKey, _ credential: ScramCredential?) {
        if let before = scram[key]?.iterations, let count = iterations[key.mechanism]?[before] {
            iterations[key.mechanism]?[before] = count > 1 ? count - 1 : nil
        }
        scram[key] = credential
        if let credential { iterations[key.mechanism, default: [:]][credential.iterations, default: 0] += 1 }
    }

    /// The iterations that most credentials of a mechanism have.
    func usualIterations(_ mechanism: ScramMechanism) -> Int {
        let counts = iterations[mechanism] ?? [:]
        return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? ScramCredential.usualIterations
    }

    mutating func apply(_ record: DelegationTokenRecord) {
        tokens[record.tokenId] = record
    }

    mutating func apply(_ record: RemoveDelegationTokenRecord) {
        tokens[record.tokenId] = nil
    }
}

extension ScramMechanism {
    /// Kafka's number for it, in requests and records (KIP-554).
    var number: Int8 {
        switch self {
        case .sha256: 1
        case .sha512: 2
        }
    }

    /// The mechanism of that number; nil for one that is not known.
    init?(number: Int8) {
        guard let known = Self.allCases.first(where: { $0.number == number }) else { return nil }
        self = known
    }
}

import KafkaProtocol
import KafkaSecurity
import KafkaWire
import NIOCore

extension MetadataTransaction {
    /// Changes SCRAM credentials (KIP-554). Every user stands or falls by itself; the answer names each once, in the
    /// order in which the request first does.
    mutating func alterScramCredentials(_ request: AlterUserScramCredentialsRequest) -> [(user: String, Refusal?)] {
        var users: [String] = []
        var refusals: [String: Refusal] = [:]
        var seen: Set<ScramChange> = []
        func note(_ user: String, _ change: ScramChange, _ refusal: Refusal?) {
            if !users.contains(user) { users.append(user) }
            let isSecond = !seen.insert(change).inserted
            guard refusals[user] == nil else { return }
            refusals[user] =
                refusal
                ?? (isSecond
                    ? Refusal(
                        .duplicateResource, "A user credential cannot be altered twice in the same request") : nil)
        }
        for deletion in request.deletions {
            note(
                deletion.name, ScramChange(user: deletion.name, mechanism: deletion.mechanism),
                problem(with: deletion))
        }
        for upsertion in request.upsertions {
            note(
                upsertion.name, ScramChange(user: upsertion.name, mechanism: upsertion.mechanism),
                problem(with: upsertion))
        }
        for deletion in request.deletions where refusals[deletion.name] == nil {
            append(
                .removeUserScramCredential(
                    RemoveUserScramCredentialRecord(name: deletion.name, mechanism: deletion.mechanism)))
        }
        for upsertion in request.upsertions where refusals[upsertion.name] == nil {
            refusals[upsertion.name] = put(upsertion)
        }
        return users.map { ($0, refusals[$0]) }
    }

    private func problem(with deletion: AlterUserScramCredentialsRequest.ScramCredentialDeletion) -> Refusal? {
        guard !deletion.name.isEmpty else { return Self.emptyName }
        guard let mechanism = ScramMechanism(number: deletion.mechanism) else { return Self.unknownMechanism }
        guard image.users.scram[.init(user: deletion.name, mechanism: mechanism)] != nil else {
            return Refusal(
                .resourceNotFound, "Attempt to delete a user credential that does not exist")
        }
        return nil
    }

    private func problem(with upsertion: AlterUserScramCredentialsRequest.ScramCredentialUpsertion) -> Refusal? {
        guard !upsertion.name.isEmpty else { return Self.emptyName }
        guard ScramMechanism(number: upsertion.mechanism) != nil else { return Self.unknownMechanism }
        if Int(upsertion.iterations) > ScramCredential.iterations.upperBound {
            return Refusal(.unacceptableCredential, "Too many iterations")
        }
        if Int(upsertion.iterations) < ScramCredential.iterations.lowerBound {
            return Refusal(.unacceptableCredential, "Too few iterations")
        }
        guard upsertion.salt.readableBytes > 0, upsertion.saltedPassword.readableBytes > 0 else {
            return Refusal(.unacceptableCredential, "Salt and salted password must not be empty")
        }
        return nil
    }

    private mutating func put(_ upsertion: AlterUserScramCredentialsRequest.ScramCredentialUpsertion) -> Refusal? {
        guard let mechanism = ScramMechanism(number: upsertion.mechanism),
            let credential = try? ScramCredential(
                mechanism, saltedPassword: Array(upsertion.saltedPassword.readableBytesView),
                salt: Array(upsertion.salt.readableBytesView), iterations: Int(upsertion.iterations))
        else { return Refusal(.unacceptableCredential, "The credential could not be computed") }
        append(.userScramCredential(UserScramCredentialRecord(user: upsertion.name, mechanism, credential)))
        return nil
    }

    private static var emptyName: Refusal { Refusal(.unacceptableCredential, "Username must not be empty") }
    private static var unknownMechanism: Refusal { Refusal(.unsupportedSaslMechanism, "Unknown SCRAM mechanism") }
}

private struct ScramChange: Hashable {
    let user: String
    let mechanism: Int8
}

extension UserScramCredentialRecord {
    /// A credential as the metadata log keeps it.
    init(user: String, _ mechanism: ScramMechanism, _ credential: ScramCredential) {
        self.init(
            name: user, mechanism: mechanism.number, salt: ByteBuffer(bytes: credential.salt),
            storedKey: ByteBuffer(bytes: credential.storedKey), serverKey: ByteBuffer(bytes: credential.serverKey),
            iterations: Int32(clamping: credential.iterations))
    }
}

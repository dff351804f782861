import KafkaProtocol
import KafkaSecurity
import KafkaServer
import KafkaWire

/// DescribeUserScramCredentials and AlterUserScramCredentials, version 0 (KIP-554): users of SCRAM.
extension BrokerEngine {
    private typealias Description = DescribeUserScramCredentialsResponse.DescribeUserScramCredentialsResult

    func describeUserScramCredentials(
        _ message: DescribeUserScramCredentialsRequest, _ request: Request
    ) -> DescribeUserScramCredentialsResponse {
        let users = broker.topics.current.users
        let asked = (message.users ?? []).map(\.name)
        let names = asked.isEmpty ? Set(users.scram.keys.map(\.user)).sorted() : asked
        var seen: Set<String> = []
        var results: [Description] = []
        for name in names where seen.insert(name).inserted {
            results.append(Self.describe(name, users, isRepeated: asked.count { $0 == name } > 1))
        }
        return DescribeUserScramCredentialsResponse(errorCode: 0, errorMessage: "", results: results)
    }

    private static func describe(_ user: String, _ users: UserImage, isRepeated: Bool) -> Description {
        if isRepeated {
            return .init(
                user: user, errorCode: ErrorCode.duplicateResource.rawValue,
                errorMessage: "Cannot describe SCRAM credentials for the same user twice in a single request: \(user)",
                credentialInfos: [])
        }
        let credentials = users.mechanisms(of: user)
        guard !credentials.isEmpty else {
            return .init(
                user: user, errorCode: ErrorCode.resourceNotFound.rawValue,
                errorMessage: "Attempt to describe a user credential that does not exist: \(user)",
                credentialInfos: [])
        }
        return .init(
            user: user, errorCode: 0, errorMessage: "",
            credentialInfos: credentials.map {
                .init(mechanism: $0.mechanism.number, iterations: Int32(clamping: $0.iterations))
            })
    }

    func alterUserScramCredentials(
        _ message: AlterUserScramCredentialsRequest, _ origin: Request.Origin
    ) async -> AlterUserScramCredentialsResponse {
        let outcomes: [(user: String, MetadataTransaction.Refusal?)]
        do throws(MetadataTransaction.Refusal) {
            outcomes = try await broker.controller.change { transaction in transaction.alterScramCredentials(message) }
        } catch {
            let names = message.deletions.map(\.name) + message.upsertions.map(\.name)
            outcomes = Set(names).sorted().map { ($0, error) }
        }
        return AlterUserScramCredentialsResponse(
            results: outcomes.map { user, refusal in
                .init(
                    user: user, errorCode: (refusal?.code ?? .none).rawValue, errorMessage: refusal?.message)
            })
    }
}

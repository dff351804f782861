public import KafkaConfiguration
import KafkaLog
import KafkaProtocol
public import KafkaSecurity
import KafkaWire
public import Logging

/// Changes the users in the data of a broker that does not run, so that the first one can log in.
public struct OfflineUsers: Sendable {
    private let configuration: BrokerConfiguration
    private let logger: Logger

    /// The users of the broker that this configuration starts.
    public init(configuration: BrokerConfiguration, logger: Logger) {
        self.configuration = configuration
        self.logger = logger
    }

    /// Gives a user a password for a SCRAM mechanism, in place of one there may be. Empty directories become those of a
    /// new cluster.
    ///
    /// - Throws: ``BrokerStartError``: the directories are in use or cannot be opened, or nothing could be written.
    public func add(
        _ user: String, _ mechanism: ScramMechanism, password: String, iterations: Int
    ) async throws {
        guard
            let credential = try? ScramCredential(
                mechanism, password: password, salt: ScramCredential.makeSalt(), iterations: iterations)
        else { throw BrokerStartError(description: "the credential could not be computed") }
        let start = BrokerStart(
            configuration: configuration, clock: .system, logger: logger, logLevels: LogLevels())
        let (broker, directories) = try await start.run()
        let record = UserScramCredentialRecord(user: user, mechanism, credential)
        var failure: MetadataTransaction.Refusal?
        do throws(MetadataTransaction.Refusal) {
            try await broker.controller.change { transaction in transaction.append(.userScramCredential(record)) }
        } catch {
            failure = error
        }
        await RunningBroker.close(broker, directories)
        if let failure { throw BrokerStartError(description: failure.message ?? failure.code.name) }
    }
}

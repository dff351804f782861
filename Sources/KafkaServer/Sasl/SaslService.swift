public import KafkaConfiguration
public import KafkaSecurity
public import Logging
import Synchronization

/// What clients are authenticated by: settings of the listeners, users as the engine knows them, keys of
/// token issuers.
public final class SaslService: SaslPolicySource {
    private struct State {
        var policies: [String: SaslPolicy] = [:]
        /// One for each set of settings, so that a change of others does not fetch keys again.
        var validators: [BearerTokenSettings: JwksTokenValidator] = [:]
    }

    private let users: SaslUsers
    private let usersOfListener: [String: SaslUsers]
    private let logger: Logger
    private let state = Mutex(State())

    /// - Parameters:
    ///   - users: those of listeners that have none of their own.
    ///   - usersOfListener: by the listener's name.
    public init(_ users: SaslUsers, usersOfListener: [String: SaslUsers] = [:], logger: Logger) {
        self.users = users
        self.usersOfListener = usersOfListener
        self.logger = logger
    }

    public func saslPolicy(listener: String) -> SaslPolicy {
        state.withLock { $0.policies[listener] } ?? SaslPolicy()
    }

    /// Takes up the settings of a configuration for the listeners that are open; nothing changes when they are wrong.
    public func configure(
        _ configuration: BrokerConfiguration, listeners: [ListenerEndpoint]
    ) throws(SaslPolicies.Problem) {
        var validators: [BearerTokenSettings: JwksTokenValidator] = [:]
        let known = state.withLock { $0.validators }
        var builder = SaslPolicies(configuration: configuration) { settings in
            let validator =
                validators[settings] ?? known[settings] ?? JwksTokenValidator(settings, logger: self.logger)
            validators[settings] = validator
            return validator
        }
        var policies = try builder.all(listeners)
        for (listener, policy) in policies {
            policies[listener] = (usersOfListener[listener] ?? users).policy(policy)
        }
        for warning in builder.warnings { logger.warning("\(warning)") }
        let used = validators
        for (settings, validator) in used where known[settings] == nil { validator.start() }
        state.withLock { state in
            state.policies = policies
            state.validators = used
        }
        for (settings, validator) in known where used[settings] == nil { validator.stop() }
    }

    /// What is wrong with the settings of SASL in a configuration that is to come; nil when nothing is.
    public static func problem(with configuration: BrokerConfiguration) -> String? {
        var builder = SaslPolicies(configuration: configuration) { _ in RefusingTokenValidator() }
        do throws(SaslPolicies.Problem) {
            _ = try builder.all(configuration.listeners.listeners)
            return nil
        } catch {
            return error.description
        }
    }

    /// Stops what goes on in the background.
    public func stop() {
        for validator in state.withLock({ $0.validators.values }) { validator.stop() }
    }
}

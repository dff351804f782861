public import KafkaConfiguration
public import KafkaSecurity

/// Works out what the clients of every listener with SASL are authenticated by.
public struct SaslPolicies {
    /// What is wrong with the configuration of SASL; never holds a secret.
    public struct Problem: Error, CustomStringConvertible {
        public let description: String
    }

    let configuration: BrokerConfiguration
    /// Finds the validator of signed tokens.
    var bearerTokens: (BearerTokenSettings) -> any BearerTokenValidator
    /// What the operator should know.
    public private(set) var warnings: [String] = []

    /// - Parameter bearerTokens: finds the validator of signed tokens.
    public init(
        configuration: BrokerConfiguration, bearerTokens: @escaping (BearerTokenSettings) -> any BearerTokenValidator
    ) {
        self.configuration = configuration
        self.bearerTokens = bearerTokens
    }

    /// By the listener's name; without what the service knows by itself.
    public mutating func all(_ listeners: [ListenerEndpoint]) throws(Problem) -> [String: SaslPolicy] {
        var policies: [String: SaslPolicy] = [:]
        for listener in listeners where listener.securityProtocol.usesSASL {
            policies[listener.name] = try policy(of: listener.name)
        }
        return policies
    }

    private mutating func policy(of listener: String) throws(Problem) -> SaslPolicy {
        var policy = SaslPolicy()
        policy.mechanisms = try mechanisms(of: listener)
        policy.maxReceiveBytes = Int32(clamping: integer("sasl.server.max.receive.size", listener))
        policy.failureDelayMilliseconds = integer("connection.failed.authentication.delay.ms", listener)
        for mechanism in policy.mechanisms {
            policy.maxSessionMilliseconds[mechanism] = integer("connections.max.reauth.ms", listener, mechanism)
            let modules = try loginModules(listener, mechanism)
            switch mechanism {
            case .plain: policy.plainUsers = try plainUsers(modules, listener)
            case .scramSHA256, .scramSHA512: try check(modules, "ScramLoginModule", listener, mechanism)
            case .oauthBearer:
                try check(modules, "OAuthBearerLoginModule", listener, mechanism)
                policy.bearerTokens = try bearerValidator(modules, listener)
            }
        }
        return policy
    }

    private mutating func mechanisms(of listener: String) throws(Problem) -> [SaslMechanism] {
        guard case .list(let names)? = configuration.setting("sasl.enabled.mechanisms", listener: listener) else {
            return []
        }
        let known = SaslMechanism.allCases.map(\.rawValue).joined(separator: ", ")
        var mechanisms: [SaslMechanism] = []
        for name in names where !name.isEmpty {
            if let mechanism = SaslMechanism(rawValue: name) {
                if !mechanisms.contains(mechanism) { mechanisms.append(mechanism) }
            } else if name == "GSSAPI" {
                warnings.append("listener \(listener): mechanism GSSAPI (Kerberos) is not served, and left out")
            } else {
                throw Problem(
                    description: "sasl.enabled.mechanisms of listener \(listener) names \(name); known are \(known)")
            }
        }
        guard !mechanisms.isEmpty else {
            throw Problem(
                description: "listener \(listener) enables no SASL mechanism that is served; set "
                    + "sasl.enabled.mechanisms to some of \(known)")
        }
        return mechanisms
    }

    private func loginModules(_ listener: String, _ mechanism: SaslMechanism) throws(Problem) -> [JaasModule]? {
        guard let text = configuration.jaasConfiguration(listener: listener, mechanism: mechanism.rawValue) else {
            return nil
        }
        do throws(JaasError) {
            return try JaasParser.parse(text)
        } catch {
            let key = BrokerConfiguration.jaasKey(listener: listener, mechanism: mechanism.rawValue)
            throw Problem(description: "\(key): \(error)")
        }
    }

    private func check(
        _ modules: [JaasModule]?, _ shortName: String, _ listener: String, _ mechanism: SaslMechanism
    ) throws(Problem) {
        guard let modules, !modules.contains(where: { $0.shortName == shortName }) else { return }
        let key = BrokerConfiguration.jaasKey(listener: listener, mechanism: mechanism.rawValue)
        throw Problem(
            description: "\(key): \(mechanism.rawValue) is configured by a module of class \(shortName), but it names "
                + modules.map(\.className).joined(separator: ", "))
    }

    private func plainUsers(_ modules: [JaasModule]?, _ listener: String) throws(Problem) -> PlainUsers {
        let key = BrokerConfiguration.jaasKey(listener: listener, mechanism: SaslMechanism.plain.rawValue)
        guard let modules else {
            throw Problem(
                description: "listener \(listener) enables PLAIN, so \(key) must name its users, as in "
                    + "org.apache.kafka.common.security.plain.PlainLoginModule required user_alice=\"…\";")
        }
        try check(modules, "PlainLoginModule", listener, .plain)
        var passwords: [String: String] = [:]
        let prefix = "user_"
        for module in modules where module.shortName == "PlainLoginModule" {
            for (name, value) in module.options where name.hasPrefix(prefix) {
                let user = String(name.dropFirst(prefix.count))
                guard !user.isEmpty, !value.isEmpty else {
                    throw Problem(description: "\(key): option \(name) must name a user and have a password")
                }
                passwords[user] = value
            }
        }
        return PlainUsers(passwords)
    }

    private mutating func bearerValidator(
        _ modules: [JaasModule]?, _ listener: String
    ) throws(Problem) -> any BearerTokenValidator {
        let options = modules?.first { $0.shortName == "OAuthBearerLoginModule" }?.options ?? [:]
        let skew = integer("sasl.oauthbearer.clock.skew.seconds", listener, .oauthBearer)
        if let url = text("sasl.oauthbearer.jwks.endpoint.url", listener) {
            let keys = try JwksLocation(url, listener: listener)
            var audiences: [String] = []
            if case .list(let names)? = setting("sasl.oauthbearer.expected.audience", listener) {
                audiences = names.filter { !$0.isEmpty }
            }
            return bearerTokens(
                BearerTokenSettings(
                    keys: keys,
                    rules: TokenRules(
                        principalClaim: text("sasl.oauthbearer.sub.claim.name", listener) ?? "sub",
                        issuer: text("sasl.oauthbearer.expected.issuer", listener), audiences: audiences,
                        clockSkewMilliseconds: skew &* 1000),
                    refreshMilliseconds: integer("sasl.oauthbearer.jwks.endpoint.refresh.ms", listener, .oauthBearer),
                    retryMilliseconds: integer(
                        "sasl.oauthbearer.jwks.endpoint.retry.backoff.ms", listener, .oauthBearer),
                    mostRetryMilliseconds: integer(
                        "sasl.oauthbearer.jwks.endpoint.retry.backoff.max.ms", listener, .oauthBearer),
                    tls: try keyServer(options, listener)))
        }
        let unsecured = "martlet.sasl.oauthbearer.unsecured.enable"
        guard setting(unsecured, listener) == .boolean(true) else {
            throw Problem(
                description: "listener \(listener) enables OAUTHBEARER, so sasl.oauthbearer.jwks.endpoint.url must say "
                    + "where the issuer's keys are; for a trial with tokens that prove nothing set \(unsecured)=true")
        }
        warnings.append("listener \(listener) takes OAUTHBEARER tokens without a signature: anybody can make one")
        return try unsecuredValidator(options, listener)
    }

    /// Whom keys over HTTPS are taken from: as in Kafka by `ssl.*` among the login module's options, or else by the
    /// listener's truststore, or else by the authorities that the system trusts.
    private func keyServer(_ options: [String: String], _ listener: String) throws(Problem) -> TLSClientSettings {
        let isOwn = options.keys.contains { $0.hasPrefix("ssl.") }
        do throws(ClientSecurityError) {
            return try TLSClientSettings { key in
                isOwn
                    ? options[key]
                    : key.hasPrefix("ssl.truststore.") ? configured(key, listener) : nil
            }
        } catch {
            throw Problem(description: "listener \(listener), login module of OAUTHBEARER: \(error)")
        }
    }

    private func configured(_ key: String, _ listener: String) -> String? {
        guard configuration.isSet(key, listener: listener) else { return nil }
        return configuration.setting(key, listener: listener)?.text
    }

    private func unsecuredValidator(
        _ options: [String: String], _ listener: String
    ) throws(Problem) -> UnsecuredTokenValidator {
        let prefix = "unsecuredValidator"
        let skewText = options["\(prefix)AllowableClockSkewMs"] ?? "0"
        guard let skew = Int64(skewText), skew >= 0 else {
            throw Problem(
                description: "listener \(listener): unsecuredValidatorAllowableClockSkewMs must be a number from 0 on")
        }
        let scopes = (options["\(prefix)RequiredScope"] ?? "").split(separator: " ").map(String.init)
        return UnsecuredTokenValidator(
            principalClaim: options["\(prefix)PrincipalClaimName"] ?? "sub",
            scopeClaim: options["\(prefix)ScopeClaimName"] ?? "scope", requiredScopes: scopes,
            clockSkewMilliseconds: skew)
    }

    private func setting(_ key: String, _ listener: String) -> ConfigValue? {
        configuration.setting(key, listener: listener, mechanism: SaslMechanism.oauthBearer.rawValue)
    }

    private func text(_ key: String, _ listener: String) -> String? {
        guard let text = setting(key, listener)?.text, !text.isEmpty else { return nil }
        return text
    }

    private func integer(_ key: String, _ listener: String, _ mechanism: SaslMechanism? = nil) -> Int64 {
        guard case .integer(let value)? = configuration.setting(key, listener: listener, mechanism: mechanism?.rawValue)
        else { return 0 }
        return value
    }
}

extension JwksLocation {
    /// Where a listener's keys are; a URL that cannot be used is a problem of the configuration.
    init(_ url: String, listener: String) throws(SaslPolicies.Problem) {
        do throws(JwksLocation.Unusable) {
            try self.init(url)
        } catch {
            throw SaslPolicies.Problem(
                description: "sasl.oauthbearer.jwks.endpoint.url of listener \(listener): \(error.reason)")
        }
    }
}

import KafkaConfiguration
import KafkaSecurity
import KafkaServer

extension SecurityReview {
    /// Fewer iterations than these are quickly guessed through.
    static let fewIterations = 8192
    /// A shorter secret of delegation tokens could be guessed, in characters.
    private static let leastTokenSecret = 16

    mutating func reviewSasl(_ listener: ListenerEndpoint) {
        let subject = Self.subject(listener)
        var tokens: [BearerTokenSettings] = []
        var policies = SaslPolicies(configuration: configuration) { settings in
            tokens.append(settings)
            return RefusingTokenValidator()
        }
        let policy: SaslPolicy?
        do throws(SaslPolicies.Problem) {
            policy = try policies.all([listener])[listener.name]
        } catch {
            return add(
                .error, subject, error.description,
                advice: "\(configuration.proxy == nil ? "the broker" : "the proxy") does not start with it")
        }
        let mechanisms = policy?.mechanisms ?? []
        let isEncrypted = listener.securityProtocol.usesTLS
        if mechanisms.contains(.plain) {
            if !isEncrypted { reviewClearText(listener, "PLAIN sends passwords in the clear") }
            reviewPlainUsers(listener)
        }
        if mechanisms.contains(.oauthBearer) {
            if !isEncrypted {
                reviewClearText(listener, "OAUTHBEARER sends tokens in the clear, which whoever hears them can use")
            }
            if tokens.isEmpty {
                add(
                    .error, subject, "OAUTHBEARER takes tokens without a signature: anybody can make one",
                    advice:
                        "set sasl.oauthbearer.jwks.endpoint.url, and unset martlet.sasl.oauthbearer.unsecured.enable")
            }
            for settings in tokens { review(settings, listener) }
        }
        let scram = mechanisms.contains(.scramSHA256) || mechanisms.contains(.scramSHA512)
        if let proxy = configuration.proxy {
            let own = proxy.virtualCluster(ofListener: listener.name)?.identity.scramUsersFile
            if scram, own ?? proxy.identity.scramUsersFile == nil {
                add(
                    .note, subject, "martlet.proxy.scram.users.file is not set, so nobody can log in by SCRAM",
                    advice: "set it, and martlet users add NAME --file FILE")
            }
        } else if scram, stored?.users.scram.isEmpty ?? true {
            add(
                .note, subject, "no user of SCRAM is stored, so nobody can log in by it",
                advice: "martlet users add NAME, with the same configuration")
        }
    }

    private mutating func reviewClearText(_ listener: ListenerEndpoint, _ message: String) {
        let isLocal = ListenerReach(host: listener.host) == .loopback
        add(isLocal ? .warning : .error, Self.subject(listener), message, advice: "use SASL_SSL")
    }

    private mutating func reviewPlainUsers(_ listener: ListenerEndpoint) {
        let text = configuration.jaasConfiguration(listener: listener.name, mechanism: SaslMechanism.plain.rawValue)
        let modules = text.flatMap { try? JaasParser.parse($0) } ?? []
        let prefix = "user_"
        var weak: Set<String> = []
        for module in modules {
            for (name, password) in module.options where name.hasPrefix(prefix) {
                let user = String(name.dropFirst(prefix.count))
                if WeakPassword.isCommon(password, of: user) { weak.insert(user) }
            }
        }
        for user in weak.sorted() {
            add(
                .warning, Self.subject(listener), "the password of user \(user) is one that everybody tries first",
                advice: "choose a random one")
        }
    }

    private mutating func review(_ tokens: BearerTokenSettings, _ listener: ListenerEndpoint) {
        let subject = Self.subject(listener)
        switch tokens.keys {
        case .file(let path):
            if FilePermissions(path) == nil {
                add(
                    .error, subject, "sasl.oauthbearer.jwks.endpoint.url: there is no \(path), or it cannot be read",
                    advice: "put the issuer's keys there; until then every token is refused")
            } else if let finding = FilePermissions.trustFinding(
                path, subject: subject, what: "whose tokens to believe")
            {
                add(finding)
            }
        case .http(let address):
            if !address.isSecure, ListenerReach(host: address.host) != .loopback {
                add(
                    .warning, subject,
                    "the issuer's keys come from \(address.host) in the clear, and could be replaced",
                    advice: "fetch them by https")
            }
        }
        if tokens.rules.issuer == nil {
            add(
                .note, subject, "sasl.oauthbearer.expected.issuer is not set: any issuer whose keys these are will do",
                advice: "set it")
        }
        if tokens.rules.audiences.isEmpty {
            add(
                .warning, subject,
                "sasl.oauthbearer.expected.audience is not set: tokens meant for other services are taken too",
                advice: "set it to what the issuer writes for this broker")
        }
    }

    /// Users whose credentials are stored, and what protects them.
    mutating func reviewUsers() {
        if let secret = configuration.delegationTokenSecret,
            secret.count < Self.leastTokenSecret || WeakPassword.isCommon(secret)
        {
            add(
                .warning, "delegation.token.secret.key", "it is short or common; tokens can be made by who guesses it",
                advice: "choose a random one of 32 characters")
        }
        guard let users = stored?.users.scram, !users.isEmpty else { return }
        for (key, credential) in users.sorted(by: {
            ($0.key.user, $0.key.mechanism.rawValue) < ($1.key.user, $1.key.mechanism.rawValue)
        })
        where credential.iterations < Self.fewIterations {
            add(
                .warning, "user \(key.user)", "\(key.mechanism.rawValue) with \(credential.iterations) iterations",
                advice: "set the password anew with \(Self.fewIterations) to \(ScramCredential.iterations.upperBound)")
        }
        let directory = configuration.log.metadataLogDir
        if let permissions = FilePermissions(directory), permissions.othersRead {
            add(
                .note, directory, "everybody on this machine can read it, the salted hashes of passwords in it too",
                advice: "chmod o-rx \(directory)")
        }
    }
}

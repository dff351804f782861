public import KafkaConfiguration
public import KafkaSecurity
import KafkaServer

/// Looks for what is weak or wrong in a broker's configuration, its certificates and its stored users. Reads files,
/// changes nothing, and needs no broker.
public struct SecurityReview {
    let configuration: BrokerConfiguration
    /// Seconds since 1970.
    let now: Int
    let stored: MetadataImage?
    private(set) var findings: [SecurityFinding] = []

    /// What there is to say, the worst first.
    ///
    /// - Parameters:
    ///   - file: the properties file that the configuration was read from.
    ///   - now: seconds since 1970.
    public static func findings(_ configuration: BrokerConfiguration, file: String?, now: Int) -> [SecurityFinding] {
        var review = SecurityReview(configuration, stored: nil, now: now)
        if let proxy = configuration.proxy {
            review.review(proxy)
            if configuration.authorization != nil { review.reviewAuthorization() }
        } else {
            do {
                let stored = try StoredMetadata.read(configuration)
                review = SecurityReview(effective(configuration, stored), stored: stored, now: now)
            } catch {
                let path = configuration.log.metadataLogDir
                review.add(
                    .note, "stored users", "the metadata in \(path) cannot be read (\(error))",
                    advice: "run the check as the user who runs the broker")
            }
            review.reviewAuthorization()
            review.reviewUsers()
        }
        review.reviewListeners()
        review.reviewSecrets(file: file)
        let severities = SecurityFinding.Severity.allCases
        return severities.flatMap { severity in review.findings.filter { $0.severity == severity } }
    }

    /// What was changed at run time goes before what stands in the file.
    private static func effective(_ configuration: BrokerConfiguration, _ stored: MetadataImage?) -> BrokerConfiguration
    {
        guard let stored else { return configuration }
        let node = configuration.isNodeIdSet ? configuration.nodeId : stored.brokerEpochs.keys.min()
        return configuration.applying(
            dynamicBroker: stored.config(MetadataImage.ConfigResource.broker, String(node ?? configuration.nodeId)),
            dynamicDefault: stored.config(MetadataImage.ConfigResource.broker, ""))
    }

    private init(_ configuration: BrokerConfiguration, stored: MetadataImage?, now: Int) {
        self.configuration = configuration
        self.stored = stored
        self.now = now
    }

    private mutating func reviewListeners() {
        for listener in configuration.listeners.listeners {
            review(listener)
            if listener.securityProtocol.usesTLS {
                let settings = TLSSettings(configuration, listener: listener)
                let found = TLSReview.findings(
                    settings, subject: Self.subject(listener), now: now, hosts: advertisedHosts(listener))
                for finding in found { add(finding) }
                reviewPrincipals(listener, settings)
            }
            guard listener.securityProtocol.usesSASL else { continue }
            reviewSasl(listener)
        }
    }

    /// What clients of a listener are told to connect to; the machine's own name is not looked up.
    private func advertisedHosts(_ listener: ListenerEndpoint) -> [String] {
        if let host = configuration.proxy?.advertisedHost { return [host] }
        return configuration.listeners.advertisedListeners.filter { $0.name == listener.name && !$0.host.isEmpty }
            .map(\.host)
    }

    mutating func add(_ finding: SecurityFinding) {
        // What two mechanisms of a listener have in common is told once.
        if !findings.contains(finding) { findings.append(finding) }
    }

    mutating func add(
        _ severity: SecurityFinding.Severity, _ subject: String, _ message: String, advice: String
    ) {
        add(SecurityFinding(severity, subject, message, advice: advice))
    }

    static func subject(_ listener: ListenerEndpoint) -> String { "listener \(listener.name)" }
}

// MARK: Listeners

extension SecurityReview {
    private mutating func review(_ listener: ListenerEndpoint) {
        guard !listener.securityProtocol.usesTLS else { return }
        let reach = ListenerReach(host: listener.host)
        guard reach != .loopback else { return }
        // A private network or a name may be one that nobody else listens to; all interfaces and public addresses are not.
        let severity: SecurityFinding.Severity = reach == .everywhere ? .error : .warning
        let place = listener.isWildcard ? "all interfaces" : listener.host
        let (name, better) =
            listener.securityProtocol.usesSASL
            ? ("SASL_PLAINTEXT: records and what clients log in with go", "SASL_SSL") : ("PLAINTEXT: all goes", "SSL")
        add(
            severity, Self.subject(listener), "\(name) in the clear over \(place)",
            advice: "use \(better), or bind it to localhost")
    }

    private mutating func reviewPrincipals(_ listener: ListenerEndpoint, _ settings: TLSSettings) {
        do throws(TLSError) {
            let rules = configuration.setting("ssl.principal.mapping.rules", listener: listener.name)?.text
            _ = try PrincipalMappingRules(rules ?? "")
        } catch {
            add(.error, Self.subject(listener), error.description, advice: "the broker does not start with it")
        }
        guard !listener.securityProtocol.usesSASL, configuration.authorization != nil else { return }
        switch settings.clientAuthentication {
        case .none:
            add(
                .warning, Self.subject(listener),
                "ssl.client.auth=none, so every client is User:ANONYMOUS to the authorizer",
                advice: "set ssl.client.auth=required, or use SASL_SSL")
        case .requested:
            add(
                .note, Self.subject(listener),
                "ssl.client.auth=requested, so a client without a certificate is User:ANONYMOUS",
                advice: "set ssl.client.auth=required unless that is meant")
        case .required: break
        }
    }
}

// MARK: Who may do what

extension SecurityReview {
    private mutating func reviewAuthorization() {
        guard let authorization = configuration.authorization else {
            return add(
                .warning, "authorizer.class.name", "there is no authorizer: whoever connects may do everything",
                advice: "set it to \(AuthorizationSettings.standardAuthorizer), and name super.users")
        }
        if authorization.allowEveryoneIfNoAclFound {
            add(
                .warning, "allow.everyone.if.no.acl.found", "what no ACL is about is open to everybody",
                advice: "set it to false, and allow what is meant")
        }
        review(superUsers: authorization.superUsers, "super.users")
    }

    mutating func review(superUsers: [String], _ key: String) {
        for principal in superUsers {
            if principal == "User:ANONYMOUS" {
                add(.error, key, "User:ANONYMOUS is everybody who does not say who they are", advice: "take it out")
            } else if principal.contains("*") {
                add(
                    .warning, key, "\(principal) is no pattern here: it means a user of just that name",
                    advice: "write the names out")
            }
        }
    }

    /// Secrets in a file that others can read.
    private mutating func reviewSecrets(file: String?) {
        let secrets = configuration.entries().filter(\.isSensitive).map(\.name)
        for key in secrets where configuration.origin(of: key) == .override {
            add(
                .warning, key,
                "given by --override, a secret is in the list of processes for everybody on this machine",
                advice: "put it into the file")
        }
        guard let file else { return }
        let keys = secrets.filter { key in
            if case .line? = configuration.origin(of: key) { return true }
            return false
        }
        if let finding = FilePermissions.trustFinding(file, subject: file, what: "how the broker is secured") {
            add(finding)
        }
        guard !keys.isEmpty else { return }
        let what = keys.count == 1 ? "the secret of \(keys[0])" : "secrets (\(keys.joined(separator: ", ")))"
        if let finding = FilePermissions.secretFinding(file, subject: file, what: what) { add(finding) }
    }
}

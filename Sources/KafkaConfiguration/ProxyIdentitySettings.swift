/// Who clients are, what they may do and how much, and who the proxy is to the cluster: the keys of the proxy as a
/// whole, or those of one virtual cluster.
public struct ProxyIdentitySettings: Sendable, Equatable {
    /// What its keys begin with: `martlet.proxy.`, or `martlet.proxy.virtual.cluster.<name>.`.
    public let prefix: String
    /// What is set behind `upstream.`: keys of Kafka's clients, as `security.protocol`. It holds secrets.
    public var upstreamClient: [String: String]
    /// `acls.file`.
    public var aclsFile: String?
    /// `scram.users.file`.
    public var scramUsersFile: String?
    /// `quotas.file`.
    public var quotasFile: String?
    /// `upstream.identities.file`.
    public var upstreamIdentitiesFile: String?

    init(_ layers: ConfigLayers, prefix: String) {
        self.prefix = prefix
        upstreamClient = [:]
        for key in ProxyUpstreamKeys.clientKeys {
            let (text, source) = layers.effective("\(prefix)upstream.\(key)")
            if source != .default { upstreamClient[key] = text }
        }
        func path(_ key: String) -> String? {
            layers.text(prefix + key).flatMap { $0.trimmed.isEmpty ? nil : $0.trimmed }
        }
        aclsFile = path("acls.file")
        scramUsersFile = path("scram.users.file")
        quotasFile = path("quotas.file")
        upstreamIdentitiesFile = path("upstream.identities.file")
    }

    /// The name of one of its keys, for messages.
    public func key(_ name: String) -> String { prefix + name }

    /// Whether the servers are shown who the proxy is: a login, or a certificate.
    public var showsCredentials: Bool {
        let name = upstreamClient["security.protocol"]?.trimmed.uppercased() ?? "PLAINTEXT"
        let hasCertificate = upstreamClient.keys.contains { $0.hasPrefix("ssl.keystore.") }
        return name.hasPrefix("SASL_") || upstreamIdentitiesFile != nil || (name == "SSL" && hasCertificate)
    }
}

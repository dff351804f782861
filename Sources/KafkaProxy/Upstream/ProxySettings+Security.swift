import KafkaClient
import KafkaConfiguration
import KafkaSecurity

extension ProxySettings {
    /// How the proxy reaches the clusters behind virtual ones, as their keys say or those behind
    /// `martlet.proxy.upstream.`. Reads the files that they name. Clusters that are reached by the same keys share what
    /// is made of them, and with it sessions of TLS; none takes up a session that was made by the keys of another.
    ///
    /// - Parameter names: nil stands for the listeners of no virtual cluster.
    func upstreamSecurities(_ names: [String?]) -> [Result<ClientSecurity, ProxyStartError>] {
        var made: [String: Result<ClientSecurity, ProxyStartError>] = [:]
        return names.map { name in
            let keys = upstreamKeys(of: name)
            let security = made[keys.prefix] ?? Self.security(keys)
            made[keys.prefix] = security
            return security
        }
    }

    private static func security(_ keys: ProxyIdentitySettings) -> Result<ClientSecurity, ProxyStartError> {
        do throws(ClientSecurityError) {
            return .success(try ClientSecurity(try ClientSecuritySettings { keys.upstreamClient[$0] }))
        } catch {
            return .failure(
                ProxyStartError(description: "towards the cluster (\(keys.key("upstream."))…): \(error)"))
        }
    }

    /// Whether to the cluster behind, clients of a virtual one are somebody that they are not themselves: the proxy, by
    /// its login or the certificate that it shows, or whom the proxy makes of them. Reads no files.
    ///
    /// - Parameter name: nil stands for the listeners of no virtual cluster.
    func speaksForClients(of name: String?) -> Bool {
        let keys = upstreamKeys(of: name)
        guard upstreamIdentities(of: name) == nil,
            let client = try? ClientSecuritySettings({ keys.upstreamClient[$0] })
        else {
            // Settings that make no sense are told of elsewhere.
            return true
        }
        return client.login != nil || client.tls?.keyStore != nil
    }
}

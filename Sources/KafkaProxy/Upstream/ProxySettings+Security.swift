import KafkaClient
import KafkaConfiguration
import KafkaSecurity

extension ProxySettings {
    /// How the proxy reaches its cluster, as the keys behind `martlet.proxy.upstream.` say. Reads the files that they name.
    func upstreamSecurity() throws(ProxyStartError) -> ClientSecurity {
        do throws(ClientSecurityError) {
            return try ClientSecurity(try ClientSecuritySettings { upstreamClient[$0] })
        } catch {
            throw ProxyStartError(description: "towards the cluster (martlet.proxy.upstream.…): \(error)")
        }
    }

    /// Whether to the cluster clients are somebody that they are not themselves: the proxy, by its login or the
    /// certificate that it shows, or whom the proxy makes of them. Reads no files.
    var speaksForClients: Bool {
        guard upstreamIdentitiesFile == nil, let client = try? ClientSecuritySettings({ upstreamClient[$0] }) else {
            // Settings that make no sense are told of elsewhere.
            return true
        }
        return client.login != nil || client.tls?.keyStore != nil
    }
}

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
}

public import KafkaConfiguration
import KafkaSecurity

extension TLSListeners {
    /// What is wrong with what the listeners would serve TLS with; nil when nothing is. Looked at are the listeners whose
    /// settings change, and those of which one is set again: its file may have changed. Blocks on the disk.
    ///
    /// - Parameter names: the keys that are set.
    public static func problem(
        with next: BrokerConfiguration, insteadOf current: BrokerConfiguration, setting names: [String]
    ) -> String? {
        for listener in next.listeners.listeners where listener.securityProtocol.usesTLS {
            let settings = TLSSettings(next, listener: listener)
            let prefix = "listener.name.\(listener.name.lowercased())."
            let isSet = names.contains { $0.hasPrefix(prefix + "ssl.") || $0.hasPrefix(prefix + "martlet.ssl.") }
            guard isSet || settings != TLSSettings(current, listener: listener) else { continue }
            do throws(TLSError) {
                _ = try TLSContext(settings)
            } catch {
                return "Invalid TLS settings of listener \(listener.name): \(error)"
            }
        }
        return nil
    }
}

import KafkaClient
import KafkaConfiguration
import KafkaSecurity
import KafkaServer
import Synchronization

/// Who the proxy is to the cluster when it speaks for one of its clients: logins by the client's principal, one a line.
///
///     principal=User:alice mechanism=SCRAM-SHA-512 jaas="…ScramLoginModule required username=\"edge-alice\" password=\"…\";"
///
/// Clients that it does not name are the proxy itself there. Safe from any thread.
final class UpstreamIdentities: Sendable {
    /// Each has its own login, and with TLS a context of its own.
    static let most = 1_000

    /// How the cluster is reached, on which the logins stand.
    private let base: Mutex<ProxyIdentitySettings>
    /// By the bytes of principals: two spellings of a letter, which are one to Unicode, are two clients.
    private let logins = Mutex<[[UInt8]: ClientSecurity]>([:])

    init(base: ProxyIdentitySettings) {
        self.base = Mutex(base)
    }

    /// Reaches the cluster behind as settings say that were read anew, from when the logins are read next. Where others
    /// share the logins, they are theirs whose keys those stand on.
    ///
    /// - Parameter cluster: the virtual cluster; nil for the listeners of none.
    func rebase(_ settings: ProxySettings, of cluster: String?) {
        let keys = settings.upstreamKeys(of: cluster)
        base.withLock { base in
            if base.prefix == keys.prefix { base = keys }
        }
    }

    /// How to speak for a client; nil where it is not named.
    func security(of principal: KafkaPrincipal) -> ClientSecurity? {
        logins.withLock { $0[Array(principal.description.utf8)] }
    }

    /// Puts the logins of a text in the place of those before, for new connections; answers how many they are.
    func take(_ text: String) throws(SettingsLine.Problem) -> Int {
        var read: [[UInt8]: ClientSecurity] = [:]
        let base = base.withLock { $0 }
        try SettingsLine.read(text) { line throws(SettingsLine.Problem) in
            let principal = try line.need("principal")
            guard read.count < Self.most else { throw SettingsLine.Problem("there are more than \(Self.most) of them") }
            guard read.updateValue(try Self.login(&line, base), forKey: Array(principal.utf8)) == nil else {
                throw SettingsLine.Problem("\(principal) has a line before")
            }
        }
        let logins = read
        self.logins.withLock { $0 = logins }
        return logins.count
    }

    private static func login(
        _ line: inout SettingsLine, _ base: ProxyIdentitySettings
    ) throws(SettingsLine.Problem) -> ClientSecurity {
        var settings = base.upstreamClient
        settings["sasl.mechanism"] = try line.need("mechanism")
        settings["sasl.jaas.config"] = try line.need("jaas")
        let properties = settings
        do throws(ClientSecurityError) {
            let security = try ClientSecurity(try ClientSecuritySettings { properties[$0] })
            guard security.usesLogin else {
                throw ClientSecurityError(
                    "\(base.key("upstream.security.protocol")) must be SASL_PLAINTEXT or SASL_SSL for logins")
            }
            return security
        } catch {
            throw SettingsLine.Problem(error.description)
        }
    }
}

import KafkaConfiguration
import KafkaSecurity

// A proxy's ways to its clusters, and the files that say who its clients are and what they may do.

extension SecurityReview {
    mutating func review(_ proxy: ProxySettings) {
        for name in [nil] + proxy.virtualClusters.map({ Optional($0.name) }) { reviewUpstream(of: name, proxy) }
        reviewFiles(proxy.identity)
        for cluster in proxy.virtualClusters {
            reviewFiles(cluster.identity)
            review(superUsers: cluster.superUsers ?? [], cluster.identity.key("super.users"))
            guard cluster.inheritsCredentials, proxy.identity.showsCredentials else { continue }
            add(
                .note, cluster.identity.key("upstream.inherit.credentials"),
                "whoever runs its servers can use the proxy's credentials",
                advice: "give it credentials of its own, unless all are run by the same")
        }
    }

    /// The way to the cluster behind a virtual one; nil stands for the proxy's own.
    private mutating func reviewUpstream(of name: String?, _ proxy: ProxySettings) {
        let keys = proxy.upstreamKeys(of: name)
        let upstream: ClientSecuritySettings
        do {
            upstream = try ClientSecuritySettings { keys.upstreamClient[$0] }
            if let tls = upstream.tls { _ = try TLSClientContext(tls) }
        } catch {
            return add(
                .error, keys.key("upstream.…"), "\(error)", advice: "correct it; the proxy does not start with it")
        }
        if let tls = upstream.tls {
            guard !tls.verifiesHost else { return }
            return add(
                .warning, keys.key("upstream.ssl.endpoint.identification.algorithm"),
                "any certificate of a trusted authority passes for a broker's", advice: "leave it at https")
        }
        let (servers, key) = proxy.upstreamServers(of: name)
        for server in servers {
            let host = server.lastIndex(of: ":").map { server[..<$0] } ?? server[...]
            guard ListenerReach(host: host.filter { $0 != "[" && $0 != "]" }) != .loopback else { continue }
            add(
                .warning, key, "the proxy speaks to \(server) in the clear",
                advice: "keep that way within a network that nobody else listens to")
        }
    }

    private mutating func reviewFiles(_ identity: ProxyIdentitySettings) {
        let users = identity.key("scram.users.file")
        let findings = [
            identity.scramUsersFile.flatMap {
                FilePermissions.secretFinding($0, subject: users, what: "the salted hashes of passwords")
            },
            identity.scramUsersFile.flatMap {
                FilePermissions.trustFinding($0, subject: users, what: "who may log in")
            },
            identity.upstreamIdentitiesFile.flatMap {
                FilePermissions.secretFinding(
                    $0, subject: identity.key("upstream.identities.file"), what: "passwords towards the cluster")
            },
            identity.aclsFile.flatMap {
                FilePermissions.trustFinding($0, subject: identity.key("acls.file"), what: "who may do what")
            },
        ]
        for finding in findings.compactMap({ $0 }) { add(finding) }
    }
}

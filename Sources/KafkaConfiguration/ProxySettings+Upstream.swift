extension ProxySettings {
    /// The brokers of the cluster behind a virtual one to begin with, as written, and the key that names them.
    ///
    /// - Parameter name: nil, as any that is not known, stands for the listeners of no virtual cluster.
    public func upstreamServers(of name: String?) -> (servers: [String], key: String) {
        guard let own = virtualCluster(name), !own.upstreamServers.isEmpty else {
            return (upstreamServers, identity.key("upstream.servers"))
        }
        return (own.upstreamServers, own.identity.key("upstream.servers"))
    }

    /// By whose keys the cluster behind a virtual one is reached: its own, and then no others, or the proxy's where it
    /// has none.
    ///
    /// - Parameter name: as with ``upstreamServers(of:)``.
    public func upstreamKeys(of name: String?) -> ProxyIdentitySettings {
        guard let own = virtualCluster(name)?.identity, !own.upstreamClient.isEmpty else { return identity }
        return own
    }

    /// Whose `upstream.identities.file` names logins for clients of a virtual cluster; nil where there is none. The
    /// proxy's holds for it only where the proxy's keys do, on which those logins stand.
    ///
    /// - Parameter name: as with ``upstreamServers(of:)``.
    public func upstreamIdentities(of name: String?) -> ProxyIdentitySettings? {
        if let own = virtualCluster(name)?.identity {
            if own.upstreamIdentitiesFile != nil { return own }
            if !own.upstreamClient.isEmpty { return nil }
        }
        return identity.upstreamIdentitiesFile == nil ? nil : identity
    }

    /// Whose listener it is; nil where it is of none.
    public func virtualCluster(ofListener listener: String) -> VirtualClusterSettings? {
        virtualClusters.first { $0.listeners.contains(listener) }
    }

    /// What is set for a virtual cluster.
    public func virtualCluster(_ name: String?) -> VirtualClusterSettings? {
        virtualClusters.first { $0.name == name }
    }
}

extension BrokerConfiguration {
    /// The login modules for a mechanism of a listener: `listener.name.<listener>.<mechanism>.sasl.jaas.config`, as set
    /// at run time or started with. Without that prefix the key is about a broker as a client, and not asked.
    ///
    /// In the clear: the value is for use, never to be told or logged.
    public func jaasConfiguration(listener: String, mechanism: String) -> String? {
        let name = Self.jaasKey(listener: listener, mechanism: mechanism)
        let effective = layers.effective(name)
        return effective.source == .default ? nil : effective.text
    }

    /// `delegation.token.secret.key`, or its older name; in the clear. Nil where delegation tokens are off.
    public var delegationTokenSecret: String? {
        layers.text("delegation.token.secret.key") ?? layers.text("delegation.token.master.key")
    }

    /// The times of delegation tokens.
    public var delegationTokens: DelegationTokenSettings { DelegationTokenSettings(layers) }

    /// The name of that key.
    public static func jaasKey(listener: String, mechanism: String) -> String {
        "listener.name.\(listener.lowercased()).\(mechanism.lowercased()).sasl.jaas.config"
    }
}

extension BrokerConfiguration {
    /// A listener's value of a key, by Kafka's precedence: `listener.name.<listener>.<mechanism>.<key>`,
    /// `listener.name.<listener>.<key>`, `<key>`; each first as set at run time, then as started with.
    ///
    /// Passwords come in the clear: the value is for use, never to be told or logged.
    ///
    /// - Parameters:
    ///   - key: the key without a prefix.
    ///   - listener: the listener's name in any case.
    ///   - mechanism: the SASL mechanism, for the keys that may differ by it.
    /// - Returns: nil where there is neither a value nor a default.
    public func setting(_ key: String, listener: String, mechanism: String? = nil) -> ConfigValue? {
        let prefix = "listener.name.\(listener.lowercased())."
        var names: [String] = []
        if let mechanism { names.append("\(prefix)\(mechanism.lowercased()).\(key)") }
        names.append(prefix + key)
        for name in names where layers.effective(name).source != .default {
            return layers.value(name)
        }
        return layers.value(key)
    }
}

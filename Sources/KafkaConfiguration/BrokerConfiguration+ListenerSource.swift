extension BrokerConfiguration {
    /// Whether somebody set the key for the listener, or for all of them.
    ///
    /// - Parameter onlyPrefixed: whether a value for all of them does not count.
    public func isSet(_ key: String, listener: String, onlyPrefixed: Bool = false) -> Bool {
        if layers.effective("listener.name.\(listener.lowercased()).\(key)").source != .default { return true }
        return !onlyPrefixed && layers.effective(key).source != .default
    }
}

public import KafkaConfiguration

extension BrokerConfiguration {
    /// How many connections a listener may have open, of its own (`listener.name.<name>.max.connections`) and with others.
    public func connectionBounds(_ listener: String) -> ConnectionBounds {
        var bounds = ConnectionBounds(
            total: network.maxConnections, perAddress: network.maxConnectionsPerIp,
            overrides: network.maxConnectionsPerIpOverrides)
        bounds.listener = limit("max.connections", listener) ?? network.maxConnections
        bounds.isProtected = isProtected(listener)
        return bounds
    }

    /// How many connections a second may come (`max.connection.creation.rate`, also of the listener).
    public func connectionLimits(_ listener: String) -> QuotaEnforcer.ConnectionLimits {
        let unlimited = Int(Int32.max)
        let broker = network.maxConnectionCreationRate
        let own = limit("max.connection.creation.rate", listener) ?? unlimited
        return .init(
            broker: broker < unlimited ? Double(broker) : nil, listener: own < unlimited ? Double(own) : nil,
            isProtected: isProtected(listener))
    }

    /// As in Kafka, brokers reach each other also when clients have taken all there is for all listeners. To a proxy no
    /// brokers come.
    private func isProtected(_ listener: String) -> Bool {
        proxy == nil && listeners.listeners.count > 1 && listeners.interBrokerListenerName == listener
    }

    private func limit(_ key: String, _ listener: String) -> Int? {
        guard case .integer(let value)? = setting(key, listener: listener) else { return nil }
        return Int(value)
    }
}

extension BrokerConfiguration {
    /// A configuration with every default.
    public static func standard() -> BrokerConfiguration {
        let layers = ConfigLayers()
        var resolver = ListenerResolver(layers: layers)
        return BrokerConfiguration(layers: layers, listeners: resolver.resolve(), warnings: [])
    }

    /// Reads a `server.properties`. Everything that is wrong is reported at once.
    /// - Parameters:
    ///   - properties: the text of the file; empty for none.
    ///   - file: its name in messages.
    ///   - overrides: `key=value` texts that go before the file, the last of two counts.
    public static func load(
        properties: String, file: String = "server.properties", overrides: [String] = []
    ) throws(ConfigurationError) -> BrokerConfiguration {
        var loader = ConfigurationLoader(file: file)
        loader.read(properties)
        loader.override(with: overrides)
        return try loader.finish()
    }
}

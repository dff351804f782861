import KafkaConfiguration
import Testing

@Suite struct ConsoleSettingsTests {
    private func load(_ value: String) throws -> [ConsoleSettings.Endpoint] {
        try BrokerConfiguration.load(properties: "console.listeners=\(value)").console.listeners
    }

    @Test func nothingIsServedUnlessAnAddressIsNamed() throws {
        #expect(try BrokerConfiguration.load(properties: "").console.listeners.isEmpty)
        #expect(try load("").isEmpty)
    }

    @Test func addressesAreWrittenAsThoseOfListeners() throws {
        let endpoints = try load("http://127.0.0.1:9644, http://[::1]:0/,http://:80")
        #expect(
            endpoints == [.init(host: "127.0.0.1", port: 9644), .init(host: "::1", port: 0), .init(host: "", port: 80)])
        #expect(endpoints.map(\.description) == ["http://127.0.0.1:9644", "http://[::1]:0", "http://:80"])
    }

    @Test(arguments: [
        ("127.0.0.1:9644", "must be http://host:port, for example http://127.0.0.1:9644"),
        ("http://localhost", "must be http://host:port"),
        ("http://localhost:70000", "must be http://host:port"),
        ("http://localhost:9644/metrics", "must be http://host:port"),
        ("PLAINTEXT://localhost:9644", "must begin with http://"),
        ("https://localhost:9644", "asks for HTTPS, which is not served here"),
        ("http://localhost:9644,http://localhost:9644", "names http://localhost:9644 twice"),
    ])
    func whatIsNoAddressIsRefusedWithAdvice(_ value: String, _ complaint: String) {
        let error = #expect(throws: ConfigurationError.self) { try load(value) }
        #expect(error.map { "\($0)".contains(complaint) } == true, "\(error.map(String.init(describing:)) ?? "")")
    }
}

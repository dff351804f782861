import ArgumentParser
import KafkaClient

/// The flags that every command against a cluster takes.
struct ClientOptions: ParsableArguments {
    @Option(
        name: [.customLong("bootstrap-server"), .customLong("broker-list"), .customShort("b")],
        help: ArgumentHelp("Brokers to begin with: host:port, several separated by commas.", valueName: "host:port,…"))
    var bootstrapServer = "localhost:9092"

    @Option(
        name: .customLong("command-config"),
        help: ArgumentHelp("A properties file with client settings, such as client.id.", valueName: "file"))
    var commandConfig: String?

    @Option(
        name: .customLong("request-timeout-ms"),
        help: ArgumentHelp("How long a request waits for its answer.", valueName: "ms"))
    var requestTimeout: Int64?

    /// A cluster as the flags say. Throws ``ClientError`` or ``CommandFailure``.
    func cluster(properties: [(name: String, value: String)] = []) throws -> KafkaCluster {
        var settings = ClientSettings(clientId: "martlet")
        for (name, value) in try fileProperties() + properties { _ = try settings.apply(name, value) }
        if let requestTimeout { settings.client.requestTimeout = max(requestTimeout, 1) }
        return KafkaCluster(
            bootstrap: try BrokerAddress.list(settings.bootstrap ?? bootstrapServer), configuration: settings.client)
    }

    /// Runs work over a cluster and closes it, whatever comes of the work.
    func withCluster<Value: Sendable>(_ work: (KafkaCluster) async throws -> Value) async throws -> Value {
        let cluster = try cluster()
        do {
            let value = try await work(cluster)
            await cluster.close()
            return value
        } catch {
            await cluster.close()
            throw error
        }
    }

    /// What the properties file says.
    func fileProperties() throws -> [(name: String, value: String)] {
        try commandConfig.map(PropertiesFile.read) ?? []
    }
}

import ArgumentParser
import KafkaClient

/// The flags that every command against a cluster takes.
struct ClientOptions: ParsableArguments {
    @Option(
        name: [.customLong("bootstrap-server"), .customLong("broker-list"), .customShort("b")],
        help: ArgumentHelp(
            "Brokers to begin with: host:port, several separated by commas; else bootstrap.servers of a file, else "
                + "localhost:9092.", valueName: "host:port,…"))
    var bootstrapServer: String?

    @OptionGroup var settings: SettingsOptions

    @Option(
        name: .customLong("request-timeout-ms"),
        help: ArgumentHelp("How long a request waits for its answer.", valueName: "ms"))
    var requestTimeout: Int64?

    /// A cluster as the flags say. Throws ``ClientError``, ``ClientSecurityError`` or ``CommandFailure``.
    func cluster(properties: [(name: String, value: String)] = []) throws -> KafkaCluster {
        var own = ClientSettings(clientId: "martlet")
        for (name, value) in try settings.fileProperties() + settings.givenProperties() + properties {
            _ = try own.apply(name, value)
        }
        if let requestTimeout { own.client.requestTimeout = max(requestTimeout, 1) }
        return KafkaCluster(
            bootstrap: try BrokerAddress.list(bootstrap(own)), configuration: try own.configuration())
    }

    /// The brokers to begin with: what the command line says goes before what a file says.
    func bootstrap(_ own: ClientSettings) -> String {
        bootstrapServer ?? own.bootstrap ?? "localhost:9092"
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
}

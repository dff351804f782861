import KafkaConfiguration
import KafkaWire

/// What is known of a client that tells its metrics.
struct TelemetryClient: Sendable {
    var clientId: String
    var software: ClientSoftware
    var address: String
    var port: Int

    /// An attribute that subscriptions match by.
    func value(of attribute: ClientAttribute, instance: Uuid) -> String {
        switch attribute {
        case .instanceId: instance.description
        case .clientId: clientId
        case .softwareName: software.name
        case .softwareVersion: software.version
        case .sourceAddress: address
        case .sourcePort: String(port)
        }
    }
}

/// The program at the other end of a connection, as it told in ApiVersions (KIP-511); kept with the connection.
final class ClientSoftware: Sendable {
    static let unknown = ClientSoftware(name: "unknown", version: "unknown")
    /// Longer names are not remembered; they would be kept with every connection.
    private static let longestName = 256

    let name: String
    let version: String

    init(name: String, version: String) {
        self.name = name.utf8.count <= Self.longestName ? name : "unknown"
        self.version = version.utf8.count <= Self.longestName ? version : "unknown"
    }
}

import KafkaClient
import KafkaSecurity

/// Kafka's client properties that concern every connection.
struct ClientSettings {
    var client: ClientConfiguration
    var bootstrap: String?
    private var security: [String: String] = [:]

    init(clientId: String) {
        client = ClientConfiguration(clientId: clientId)
    }

    /// Takes a property over; false if it is not one of these. Throws ``CommandFailure``.
    mutating func apply(_ name: String, _ value: String) throws -> Bool {
        switch name {
        case "bootstrap.servers": bootstrap = value
        case "client.id": client.clientId = value
        case "request.timeout.ms":
            client.requestTimeout = try PropertyValue.integer(value, of: name, atLeast: 1)
        case "default.api.timeout.ms":
            client.operationTimeout = try PropertyValue.integer(value, of: name, atLeast: 1)
        case "socket.connection.setup.timeout.ms":
            client.connectTimeout = try PropertyValue.integer(value, of: name, atLeast: 1)
        case "retry.backoff.ms": client.retryBackoff = try PropertyValue.integer(value, of: name, atLeast: 0)
        case "retry.backoff.max.ms": client.retryBackoffMax = try PropertyValue.integer(value, of: name, atLeast: 0)
        case _ where ClientSecuritySettings.takes(name): security[name] = value
        default: return false
        }
        return true
    }

    /// What all of it comes to; reads the files that `ssl.*` names. Throws ``ClientSecurityError``.
    func configuration() throws -> ClientConfiguration {
        var configuration = client
        configuration.security = try ClientSecurity(try ClientSecuritySettings { security[$0] })
        return configuration
    }
}

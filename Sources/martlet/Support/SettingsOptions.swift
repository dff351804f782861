import ArgumentParser
import KafkaClient
import KafkaSecurity

/// The flags by which Kafka's own tools take client settings.
struct SettingsOptions: ParsableArguments {
    @Option(
        name: .customLong("command-config"),
        help: ArgumentHelp(
            "A properties file with client settings, such as security.protocol and client.id.", valueName: "file"))
    var commandConfig: String?

    @Option(
        name: .customLong("command-property"), parsing: .singleValue,
        help: ArgumentHelp(
            "A client setting, such as security.protocol=SSL; may be repeated.", valueName: "name=value"))
    var commandProperty: [String] = []

    /// What the properties file says.
    func fileProperties() throws -> [(name: String, value: String)] {
        try commandConfig.map(PropertiesFile.read) ?? []
    }

    /// What `--command-property` says.
    func givenProperties() throws -> [(name: String, value: String)] {
        try PropertyList(commandProperty, flag: "--command-property").pairs
    }

    /// TLS and SASL as file and flags say. Throws ``ClientSecurityError`` or ``CommandFailure``.
    func security() throws -> ClientSecuritySettings {
        let values = Dictionary(
            try (fileProperties() + givenProperties()).map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
        return try ClientSecuritySettings { values[$0] }
    }
}

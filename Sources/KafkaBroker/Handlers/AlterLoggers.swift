import KafkaConfiguration
import KafkaProtocol
import KafkaWire
import Logging

extension BrokerEngine {
    /// Changes levels of loggers (KIP-412), all of those named or none. They last as long as the process.
    func alterLoggers(
        _ resource: IncrementalAlterConfigsRequest.AlterConfigsResource, validateOnly: Bool
    ) -> MetadataTransaction.Refusal? {
        do throws(MetadataTransaction.Refusal) {
            try checkNode(resource.resourceName)
            guard Set(resource.configs.map(\.name)).count == resource.configs.count else {
                throw .init(.invalidRequest, "Error due to duplicate config keys")
            }
            let nulls = resource.configs.filter { $0.configOperation != 1 && $0.value == nil }.map(\.name)
            guard nulls.isEmpty else {
                throw .init(.invalidRequest, "Null value not supported for : \(nulls.joined(separator: ", "))")
            }
            var changes: [(name: String, level: Logger.Level?)] = []
            for config in resource.configs { changes.append((config.name, try level(config))) }
            guard !validateOnly else { return nil }
            for change in changes {
                broker.logLevels.set(change.level, of: change.name)
                broker.logger.notice(
                    "the level of a logger was changed",
                    metadata: ["logger": "\(change.name)", "level": "\(change.level?.kafkaName ?? "inherited")"])
            }
            return nil
        } catch {
            return error
        }
    }

    /// The level a change asks for; nil where the logger is to follow the one above it again.
    private func level(
        _ change: IncrementalAlterConfigsRequest.AlterableConfig
    ) throws(MetadataTransaction.Refusal) -> Logger.Level? {
        let name = change.name
        switch ConfigChange.Operation(rawValue: change.configOperation) {
        case .set:
            try checkLogger(name)
            let text = change.value ?? ""
            guard let level = Logger.Level(kafkaName: text) else {
                throw .init(
                    .invalidConfig,
                    "Cannot set the log level of \(name) to \(text) as it is not a supported log level. "
                        + "Valid log levels are DEBUG, ERROR, FATAL, INFO, TRACE, WARN")
            }
            return level
        case .delete:
            try checkLogger(name)
            guard name != LogLevels.root else {
                throw .init(.invalidRequest, "Removing the log level of the root logger is not allowed")
            }
            return nil
        case .append:
            throw .init(.invalidRequest, "APPEND operation is not allowed for the BROKER_LOGGER resource")
        case .subtract:
            throw .init(.invalidRequest, "SUBTRACT operation is not allowed for the BROKER_LOGGER resource")
        case nil:
            throw .init(
                .invalidRequest,
                "Unknown operation type \(change.configOperation) is not allowed for the BROKER_LOGGER resource")
        }
    }

    private func checkNode(_ name: String) throws(MetadataTransaction.Refusal) {
        guard let id = Int32(name) else {
            throw .init(.invalidRequest, "Node id must be an integer, but it is: \(name)")
        }
        guard id == broker.identity.nodeId else {
            throw .init(
                .invalidRequest, "Unexpected node id. Expected \(broker.identity.nodeId), but received \(name)")
        }
    }

    private func checkLogger(_ name: String) throws(MetadataTransaction.Refusal) {
        guard broker.logLevels.all.contains(where: { $0.name == name }) else {
            throw .init(.invalidConfig, "Logger \(name) does not exist!")
        }
    }
}

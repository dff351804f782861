import KafkaConfiguration
import KafkaProtocol
import KafkaWire

extension MetadataTransaction {
    /// Changes the settings of a resource to what `body` makes of those it has; writes only the differences.
    mutating func alterConfigs(
        type: Int8, name: String, _ body: ([String: String]) throws(ConfigChangeError) -> [String: String]
    ) throws(Refusal) {
        if type == MetadataImage.ConfigResource.topic, image.topics[name] == nil {
            if let problem = TopicName.problem(name) {
                throw Refusal(.invalidTopicException, "Topic name is invalid: \(problem)")
            }
            throw Refusal(.unknownTopicOrPartition, "The topic '\(name)' does not exist.")
        }
        let before = image.config(type, name)
        let after: [String: String]
        do throws(ConfigChangeError) {
            after = try body(before)
        } catch {
            throw Refusal(error)
        }
        for key in Set(before.keys).union(after.keys).sorted() where before[key] != after[key] {
            append(
                .config(ConfigRecord(resourceType: type, resourceName: name, name: key, value: after[key])))
        }
    }
}

extension MetadataTransaction.Refusal {
    init(_ error: ConfigChangeError) {
        switch error {
        case .invalidConfig(let message): self.init(.invalidConfig, message)
        case .invalidRequest(let message): self.init(.invalidRequest, message)
        }
    }
}

import KafkaMessageJSON
import KafkaProtocol

/// Internal topics that a session found, as far as the recorded answers tell: those that are there before anything in
/// the session could have made them.
enum FoundInternalTopics {
    static func inferred(from recording: Recording) -> [(name: String, partitions: Int64)] {
        var found: [(name: String, partitions: Int64)] = []
        for step in recording.steps {
            switch step {
            case .send(let index):
                let api = recording.exchanges[index].request.api
                if api == .findCoordinator || api == .initProducerId { return found }
            case .receive(let index):
                let exchange = recording.exchanges[index]
                guard exchange.request.api == .metadata, let response = exchange.response,
                    let body = try? MessageForm.response(response, to: exchange.request)
                else { continue }
                for topic in body["topics"]?.elements ?? [] {
                    guard let name = topic["name"]?.stringValue, name.hasPrefix("__"),
                        topic["errorCode"]?.integerValue == 0, !found.contains(where: { $0.name == name })
                    else { continue }
                    found.append((name, Int64(topic["partitions"]?.elements?.count ?? 1)))
                }
            }
        }
        return found
    }
}

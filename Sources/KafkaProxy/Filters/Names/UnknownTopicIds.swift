import KafkaProtocol
import KafkaWire

/// Answers to clients that ask for a topic by an id which they should not have.
enum UnknownTopicIds {
    /// Whether a request asks for topics by their ids.
    static func asks(_ message: any RequestMessage) -> Bool {
        (message as? MetadataRequest)?.topics?.contains { $0.name == nil } ?? false
    }

    /// In an answer about topics that were asked for by id, makes those that `isHidden` names unknown.
    static func hide(_ message: inout any ResponseMessage, isHidden: (String) -> Bool) -> Bool {
        guard var metadata = message as? MetadataResponse else { return false }
        var hasChanged = false
        for index in metadata.topics.indices {
            guard let name = metadata.topics[index].name, isHidden(name),
                metadata.topics[index].topicId != .zero
            else { continue }
            var unknown = MetadataResponse.MetadataResponseTopic(errorCode: ErrorCode.unknownTopicId.rawValue)
            unknown.topicId = metadata.topics[index].topicId
            unknown.name = nil
            metadata.topics[index] = unknown
            hasChanged = true
        }
        if hasChanged { message = metadata }
        return hasChanged
    }
}

import KafkaMessageJSON
import KafkaProtocol
import KafkaWire

/// What clients give names to.
enum NamedThing: Sendable, Hashable {
    case topic
    case group
    case transactionalId

    /// What the specification calls it.
    init?(_ entity: FieldEntity?) {
        switch entity {
        case .topicName: self = .topic
        case .groupId: self = .group
        case .transactionalId: self = .transactionalId
        case .brokerId, .producerId, nil: return nil
        }
    }

    /// The thing that a config resource of that type is.
    init?(configResource type: Int8) {
        switch type {
        case 2: self = .topic
        case 32: self = .group
        default: return nil
        }
    }
}

/// Finds the names that clients give in requests and answers: those that the specification marks, and those that
/// stand in fields that hold different things at different times (``NameRule`` tells of each).
enum ClientNames {
    typealias Change = (NamedThing, String) -> NameChange

    /// Puts every name of a request through a function. True if anything is another now.
    static func change(_ message: inout any RequestMessage, _ change: Change) -> Bool {
        let hasChanged = MessageFields.changeNames(&message) { place, name in
            NamedThing(place.entity).map { change($0, name) } ?? .keep
        }
        switch message {
        case let typed as FindCoordinatorRequest: return replace(&message, typed, change) || hasChanged
        case let typed as DescribeConfigsRequest: return replace(&message, typed, change) || hasChanged
        case let typed as AlterConfigsRequest: return replace(&message, typed, change) || hasChanged
        case let typed as IncrementalAlterConfigsRequest: return replace(&message, typed, change) || hasChanged
        case let typed as JoinGroupRequest: return replace(&message, typed, change) || hasChanged
        case let typed as SyncGroupRequest: return replace(&message, typed, change) || hasChanged
        default: return hasChanged
        }
    }

    /// Puts every name of an answer through a function. True if anything is another now.
    static func change(_ message: inout any ResponseMessage, _ change: Change) -> Bool {
        let hasChanged = MessageFields.changeNames(&message) { place, name in
            NamedThing(place.entity).map { change($0, name) } ?? .keep
        }
        switch message {
        case let typed as DescribeConfigsResponse: return replace(&message, typed, change) || hasChanged
        case let typed as AlterConfigsResponse: return replace(&message, typed, change) || hasChanged
        case let typed as IncrementalAlterConfigsResponse: return replace(&message, typed, change) || hasChanged
        case let typed as ListConfigResourcesResponse: return replace(&message, typed, change) || hasChanged
        case let typed as JoinGroupResponse: return replace(&message, typed, change) || hasChanged
        case let typed as SyncGroupResponse: return replace(&message, typed, change) || hasChanged
        case let typed as DescribeGroupsResponse: return replace(&message, typed, change) || hasChanged
        default: return hasChanged
        }
    }

    private static func replace(
        _ message: inout any RequestMessage, _ typed: some NameCarrier & RequestMessage, _ change: Change
    ) -> Bool {
        var typed = typed
        guard typed.changeOwnNames(change) else { return false }
        message = typed
        return true
    }

    private static func replace(
        _ message: inout any ResponseMessage, _ typed: some NameCarrier & ResponseMessage, _ change: Change
    ) -> Bool {
        var typed = typed
        guard typed.changeOwnNames(change) else { return false }
        message = typed
        return true
    }
}

/// A message with names in fields that the specification does not mark.
protocol NameCarrier {
    /// Puts those names through a function. True if anything is another now.
    mutating func changeOwnNames(_ change: ClientNames.Change) -> Bool
}

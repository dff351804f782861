import KafkaMessageJSON
import KafkaProtocol
import KafkaWire
import NIOCore

extension FindCoordinatorRequest: NameCarrier {
    private static let groupKey: Int8 = 0
    private static let transactionKey: Int8 = 1
    private static let shareKey: Int8 = 2

    mutating func changeOwnNames(_ change: ClientNames.Change) -> Bool {
        var hasChanged = false
        let type = keyType
        func changed(_ key: String) -> String {
            guard let other = Self.changed(key, type, change) else { return key }
            hasChanged = true
            return other
        }
        key = changed(key)
        coordinatorKeys = coordinatorKeys.map(changed)
        return hasChanged
    }

    /// A key with other names in it; nil where none changes. That of a share partition is a group, a topic's id and a
    /// number, with colons between.
    static func changed(_ key: String, _ type: Int8, _ change: ClientNames.Change) -> String? {
        switch type {
        case groupKey:
            if case .replace(let name) = change(.group, key) { return name }
        case transactionKey:
            if case .replace(let name) = change(.transactionalId, key) { return name }
        case shareKey:
            let parts = key.split(separator: ":", omittingEmptySubsequences: false)
            guard parts.count >= 3 else { return nil }
            let group = parts.dropLast(2).joined(separator: ":")
            if case .replace(let name) = change(.group, group) {
                return ([name] + parts.suffix(2).map(String.init)).joined(separator: ":")
            }
        default: break
        }
        return nil
    }
}

/// Names of topics in what the members of a consumer group tell each other.
enum ConsumerProtocolNames {
    /// Whether the bytes are of the consumer protocol, as far as its name is told.
    static func isMeant(_ protocolType: String?) -> Bool { protocolType == nil || protocolType == "consumer" }

    /// A member's subscription with other names in it; nil where nothing changes, or where it is none.
    static func subscription(_ bytes: ByteBuffer, _ change: ClientNames.Change) -> ByteBuffer? {
        rewrite(bytes) { (message: inout ConsumerProtocolSubscription) in
            var hasChanged = false
            message.topics = message.topics.compactMap { changed($0, &hasChanged, change) }
            message.ownedPartitions = message.ownedPartitions.compactMap { owned in
                guard let topic = changed(owned.topic, &hasChanged, change) else { return nil }
                var owned = owned
                owned.topic = topic
                return owned
            }
            return hasChanged
        }
    }

    /// A member's assignment with other names in it; nil where nothing changes, or where it is none.
    static func assignment(_ bytes: ByteBuffer, _ change: ClientNames.Change) -> ByteBuffer? {
        rewrite(bytes) { (message: inout ConsumerProtocolAssignment) in
            var hasChanged = false
            message.assignedPartitions = message.assignedPartitions.compactMap { assigned in
                guard let topic = changed(assigned.topic, &hasChanged, change) else { return nil }
                var assigned = assigned
                assigned.topic = topic
                return assigned
            }
            return hasChanged
        }
    }

    private static func changed(
        _ topic: String, _ hasChanged: inout Bool, _ change: ClientNames.Change
    ) -> String? {
        switch change(.topic, topic) {
        case .keep: return topic
        case .drop:
            hasChanged = true
            return nil
        case .replace(let name):
            hasChanged = true
            return name
        }
    }

    /// The bytes begin with a version. What a newer one adds stands behind what is known and stays.
    private static func rewrite<Message: WireMessage>(
        _ bytes: ByteBuffer, _ change: (inout Message) -> Bool
    ) -> ByteBuffer? {
        var rest = bytes
        guard let version: Int16 = rest.readInteger(), version >= Message.validVersions.lowerBound else { return nil }
        let known = min(version, Message.validVersions.upperBound)
        guard var message: Message = try? rest.readMessage(version: known), change(&message) else { return nil }
        var result = ByteBuffer()
        result.writeInteger(version)
        guard (try? result.writeMessage(message, version: known)) != nil else { return nil }
        result.writeImmutableBuffer(rest)
        return result
    }
}

extension JoinGroupRequest: NameCarrier {
    mutating func changeOwnNames(_ change: ClientNames.Change) -> Bool {
        guard ConsumerProtocolNames.isMeant(protocolType) else { return false }
        var hasChanged = false
        for index in protocols.indices {
            guard let other = ConsumerProtocolNames.subscription(protocols[index].metadata, change) else { continue }
            protocols[index].metadata = other
            hasChanged = true
        }
        return hasChanged
    }
}

extension JoinGroupResponse: NameCarrier {
    mutating func changeOwnNames(_ change: ClientNames.Change) -> Bool {
        guard ConsumerProtocolNames.isMeant(protocolType) else { return false }
        var hasChanged = false
        for index in members.indices {
            guard let other = ConsumerProtocolNames.subscription(members[index].metadata, change) else { continue }
            members[index].metadata = other
            hasChanged = true
        }
        return hasChanged
    }
}

extension SyncGroupRequest: NameCarrier {
    mutating func changeOwnNames(_ change: ClientNames.Change) -> Bool {
        guard ConsumerProtocolNames.isMeant(protocolType) else { return false }
        var hasChanged = false
        for index in assignments.indices {
            guard let other = ConsumerProtocolNames.assignment(assignments[index].assignment, change) else { continue }
            assignments[index].assignment = other
            hasChanged = true
        }
        return hasChanged
    }
}

extension SyncGroupResponse: NameCarrier {
    mutating func changeOwnNames(_ change: ClientNames.Change) -> Bool {
        guard ConsumerProtocolNames.isMeant(protocolType),
            let other = ConsumerProtocolNames.assignment(assignment, change)
        else { return false }
        assignment = other
        return true
    }
}

extension DescribeGroupsResponse: NameCarrier {
    mutating func changeOwnNames(_ change: ClientNames.Change) -> Bool {
        var hasChanged = false
        for group in groups.indices where groups[group].protocolType == "consumer" {
            for member in groups[group].members.indices {
                let found = groups[group].members[member]
                if let other = ConsumerProtocolNames.subscription(found.memberMetadata, change) {
                    groups[group].members[member].memberMetadata = other
                    hasChanged = true
                }
                if let other = ConsumerProtocolNames.assignment(found.memberAssignment, change) {
                    groups[group].members[member].memberAssignment = other
                    hasChanged = true
                }
            }
        }
        return hasChanged
    }
}

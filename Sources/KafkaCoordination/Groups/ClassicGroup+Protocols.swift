import KafkaProtocol
import NIOCore

extension ClassicGroup {
    /// Whether a member that offers this could be in the group: its type is the group's, and one of its protocols
    /// is offered by all.
    func supports(type: String, protocols: [JoinGroupRequest.JoinGroupRequestProtocol]) -> Bool {
        if state == .empty {
            return !type.isEmpty && !protocols.isEmpty
        }
        return type == protocolType && protocols.contains { members.allOffer($0.name) }
    }

    /// The protocol most members prefer among those that all offer. On a tie the one that an earlier member prefers.
    func selectProtocol() -> String? {
        var votes: [(name: String, count: Int)] = []
        for member in members.members {
            guard let choice = member.protocols.first(where: { members.allOffer($0.name) })?.name else { continue }
            if let index = votes.firstIndex(where: { $0.name == choice }) {
                votes[index].count += 1
            } else {
                votes.append((choice, 1))
            }
        }
        guard var winner = votes.first else { return nil }
        for vote in votes where vote.count > winner.count {
            winner = vote
        }
        return winner.name
    }

    /// The topics that the members' subscriptions name, as far as the group speaks the consumer protocol.
    func computeSubscribedTopics() -> Set<String>? {
        guard isConsumerGroup else { return nil }
        guard !members.isEmpty else { return [] }
        guard let protocolName else { return nil }
        var topics: Set<String> = []
        for member in members.members {
            guard let metadata = member.metadata(for: protocolName),
                let subscribed = ConsumerProtocol.subscribedTopics(metadata)
            else { return nil }
            topics.formUnion(subscribed)
        }
        return topics
    }

    /// Whether a member may be reading the topic. A consumer group whose subscriptions cannot be read may read any.
    func isSubscribed(to topic: String) -> Bool {
        subscribedTopics?.contains(topic) ?? isConsumerGroup
    }

    /// What the request offers, each name once, in bytes of our own.
    static func offered(
        _ protocols: [JoinGroupRequest.JoinGroupRequestProtocol]
    ) -> [GroupMember.OfferedProtocol] {
        var seen: Set<String> = []
        return protocols.filter { seen.insert($0.name).inserted }.map { .init(copying: $0) }
    }

    /// Whether the member offers just what the request offers, in the same order.
    func matches(_ position: Int, _ protocols: [JoinGroupRequest.JoinGroupRequestProtocol]) -> Bool {
        let offered = members.members[position].protocols
        return offered.count == protocols.count
            && zip(offered, protocols).allSatisfy { $0.name == $1.name && $0.metadata == $1.metadata }
    }
}

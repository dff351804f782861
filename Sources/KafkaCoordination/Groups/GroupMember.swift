import KafkaProtocol
import NIOCore

/// A JoinGroup that waits for the join phase to end.
struct ParkedJoin: Sendable {
    let token: Ticket
    let apiVersion: Int16
}

/// One member of a classic group.
struct GroupMember: Sendable {
    /// A way to divide the work that the member offers, with what it says about itself in that case.
    struct OfferedProtocol: Sendable, Equatable {
        let name: String
        let metadata: ByteBuffer
    }

    /// The id; only a static member that comes back gets another.
    var id: String
    /// `group.instance.id` of a static member (KIP-345).
    let instanceId: String?
    let clientId: String
    let clientHost: String
    var rebalanceTimeoutMs: Int32
    var sessionTimeoutMs: Int32
    /// In the order of the member's preference.
    var protocols: [OfferedProtocol]
    /// What the leader gave it in the current generation; empty if nothing.
    var assignment = ByteBuffer()
    /// Its JoinGroup, while that waits.
    var parkedJoin: ParkedJoin?
    /// Its SyncGroup, while that waits.
    var parkedSync: Ticket?
    /// Joined without an id of its own and not yet answered: it cannot heartbeat.
    var isNew: Bool
    /// When the member is considered gone, unless a request of its is parked.
    var sessionDeadline: Int64

    /// When to look whether the member is alive: never while it waits for us, unless it is new.
    var effectiveDeadline: Int64 {
        !isNew && (parkedJoin != nil || parkedSync != nil) ? .max : sessionDeadline
    }

    func metadata(for protocolName: String?) -> ByteBuffer? {
        protocols.first { $0.name == protocolName }?.metadata
    }
}

extension GroupMember.OfferedProtocol {
    /// Copies the bytes: a slice would keep the whole frame of the request alive for as long as the member lives.
    init(copying offered: JoinGroupRequest.JoinGroupRequestProtocol) {
        self.init(name: offered.name, metadata: offered.metadata.detached)
    }
}

extension ByteBuffer {
    /// The readable bytes in storage of their own.
    var detached: ByteBuffer {
        ByteBuffer(bytes: readableBytesView)
    }
}

public import KafkaProtocol

/// What a group coordinator can be asked for that may write records or answer later. The answer carries the token back.
///
/// Heartbeats and reads have methods of their own: they write nothing and are answered on the spot.
public enum GroupCommand<Token: Sendable>: Sendable {
    /// JoinGroup v0 to v9.
    case joinGroup(Token, JoinGroupRequest, GroupRequestContext)
    /// SyncGroup v0 to v5.
    case syncGroup(Token, SyncGroupRequest)
    /// LeaveGroup; the version decides the form of the answer (one member before v3).
    case leaveGroup(Token, LeaveGroupRequest, apiVersion: Int16)
    /// OffsetCommit. Topics must exist and carry their names; names and ids come back as they were given.
    case offsetCommit(Token, OffsetCommitRequest, apiVersion: Int16)
    /// OffsetDelete. Topics must exist.
    case offsetDelete(Token, OffsetDeleteRequest)
    /// DeleteGroups, with the groups of this shard only.
    case deleteGroups(Token, DeleteGroupsRequest)
    /// A topic is gone: the offsets committed for it go too. Nobody is answered.
    case topicDeleted(String)
}

/// What a JoinGroup needs to know beyond its body.
public struct GroupRequestContext: Sendable {
    /// The version of the request.
    public var apiVersion: Int16
    /// The client id of the request's header; empty if it had none.
    public var clientId: String
    /// The client's address as Kafka writes it, with a slash before it: `/127.0.0.1`.
    public var clientHost: String
    /// A fresh random UUID in its hexadecimal form, which ends the id of a member that is new.
    public var newMemberUuid: String

    /// All of it is required.
    public init(apiVersion: Int16, clientId: String, clientHost: String, newMemberUuid: String) {
        self.apiVersion = apiVersion
        self.clientId = clientId
        self.clientHost = clientHost
        self.newMemberUuid = newMemberUuid
    }
}

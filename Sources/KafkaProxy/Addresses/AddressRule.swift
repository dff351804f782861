/// What is done with a host and port that an answer carries.
///
/// The specifications of the protocol say which answers carry some; a test holds that each of those has a rule here.
public struct AddressRule: Sendable, Hashable {
    /// Where it stands: the API, and the fields or the shared struct that hold it, unless the answer itself does, as
    /// in `Metadata.brokers`.
    public var path: String
    /// Why it is left as it is; nil where it is rewritten.
    public var reasonToKeep: String?

    /// Every rule.
    public static let all: [AddressRule] =
        AddressRewriter.carriers.flatMap { carrier in
            carrier.addressPaths.map { AddressRule(path: $0, reasonToKeep: nil) }
        }
        + ValueAddresses.addressPaths.map { AddressRule(path: $0, reasonToKeep: nil) }
        + kept.map { AddressRule(path: $0, reasonToKeep: $1) }

    private static let quorum = "Names controllers to other controllers, which do not speak through a proxy."

    private static let kept: [(String, String)] = [
        ("Vote.nodeEndpoints", quorum),
        ("BeginQuorumEpoch.nodeEndpoints", quorum),
        ("EndQuorumEpoch.nodeEndpoints", quorum),
        ("FetchSnapshot.nodeEndpoints", quorum),
        ("UpdateRaftVoter.currentLeader", quorum),
        (
            "StreamsGroupHeartbeat.Endpoint",
            "Names the servers of applications (application.server), not brokers."
        ),
        (
            "StreamsGroupDescribe.Endpoint",
            "Names the servers of applications (application.server), not brokers."
        ),
    ]
}

import Synchronization

/// The members of consumer groups whose patterns (KIP-848) were let through. Safe from any thread.
///
/// A member names its pattern once, and the cluster goes on matching it with all topics that the proxy may see. When ACLs
/// change, only who remembers that can take the pattern back.
final class PatternMembers: Sendable {
    /// Members that are remembered; with more, all are forgotten.
    static let most = 100_000

    /// Hashes of them, since a client may choose long names.
    private let members = Mutex<Set<Int>>([])

    /// Whether a member has a pattern.
    func contains(_ member: String, of group: String) -> Bool {
        let hash = Self.hash(member, group)
        return members.withLock { $0.contains(hash) }
    }

    /// A member has a pattern from now on.
    func note(_ member: String, of group: String) {
        let hash = Self.hash(member, group)
        members.withLock { members in
            if members.count >= Self.most { members = [] }
            members.insert(hash)
        }
    }

    /// A member has left, or has taken its pattern back.
    func forget(_ member: String, of group: String) {
        let hash = Self.hash(member, group)
        members.withLock { _ = $0.remove(hash) }
    }

    private static func hash(_ member: String, _ group: String) -> Int {
        var hasher = Hasher()
        hasher.combine(group)
        hasher.combine(member)
        return hasher.finalize()
    }
}

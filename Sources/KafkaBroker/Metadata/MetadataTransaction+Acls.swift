import KafkaCoordination
import KafkaProtocol
import KafkaWire

extension MetadataTransaction {
    /// Adds an ACL that is valid; nothing is written when the very same one is there.
    mutating func createAcl(_ binding: AclBinding, using generator: inout some RandomNumberGenerator) throws(Refusal) {
        guard !image.acls.contains(binding) else { return }
        try checkRoom()
        var id = Uuid.random(using: &generator)
        while image.acls.contains(id: id) { id = Uuid.random(using: &generator) }
        append(.accessControlEntry(binding.record(id)))
    }

    /// Removes the ACLs that a filter looks for; answers them.
    mutating func deleteAcls(_ filter: AclFilter) throws(Refusal) -> [AclBinding] {
        let found = image.acls.matching(filter)
        for (id, _) in found { append(.removeAccessControlEntry(RemoveAccessControlEntryRecord(id: id))) }
        return found.map(\.binding)
    }

    /// Whether more records fit into what one request may change.
    func checkRoom(for count: Int = 1) throws(Refusal) {
        guard count <= Self.maximumRecordsPerRequest - records.count else {
            throw Refusal(.policyViolation, "Unable to perform excessively large batch operation.")
        }
    }
}

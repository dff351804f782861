/// Replicas as Kafka's tools write them: partitions separated by commas, broker ids by colons.
enum ReplicaAssignment {
    /// One list of broker ids for each partition; none for nil. Throws ``CommandFailure``.
    static func parse(_ text: String?) throws -> [[Int32]] {
        guard let text else { return [] }
        let partitions = try text.split(separator: ",", omittingEmptySubsequences: false).map { part in
            try part.split(separator: ":", omittingEmptySubsequences: false).map { id in
                guard let broker = Int32(id), broker >= 0 else {
                    throw CommandFailure("--replica-assignment '\(text)' is not of the form id:id,id:id.")
                }
                return broker
            }
        }
        for replicas in partitions where Set(replicas).count < replicas.count {
            throw CommandFailure("--replica-assignment '\(text)' names a broker twice for one partition.")
        }
        guard Set(partitions.map(\.count)).count == 1 else {
            throw CommandFailure("--replica-assignment '\(text)' must give every partition as many replicas.")
        }
        return partitions
    }
}

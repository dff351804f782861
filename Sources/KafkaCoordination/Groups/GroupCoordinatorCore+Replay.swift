import KafkaProtocol

extension GroupCoordinatorCore {
    /// Takes in a record that is in the log: at load each one in its order, later those of each decision.
    /// `producerId` is that of the record's batch if the batch is transactional, and -1 otherwise: an offset committed
    /// in a transaction counts when the transaction's marker comes.
    mutating func replay(_ record: GroupRecord, producerId: Int64 = -1) {
        switch record {
        case .groupMetadata(let key, let value?):
            replay(key.group, value)
        case .groupMetadata(let key, nil):
            groups[key.group] = nil
            if offsets.hasOffsets(key.group) {
                // Kafka writes this when a group moves to the new protocol: its offsets stay.
                groups[key.group] = ClassicGroup(id: key.group)
            }
        case .offsetCommit(let key, let value):
            if producerId == -1 {
                replay(key, value.map { CommittedOffset($0) })
            } else {
                pendingTransactions.add(producerId, key, value.map { CommittedOffset($0) })
            }
        case .other:
            break
        }
    }

    /// The control record that ends a transaction.
    mutating func replayTransactionEnd(producerId: Int64, committed: Bool) {
        let pending = pendingTransactions.end(producerId)
        guard committed else { return }
        for entry in pending {
            replay(entry.key, entry.offset)
        }
    }

    private mutating func replay(_ groupId: String, _ value: GroupMetadataValue) {
        if isActive, groups[groupId] != nil {
            withGroup(groupId) { $0.apply(value) }
        } else {
            groups[groupId] = ClassicGroup(id: groupId, loading: value)
        }
    }

    private mutating func replay(_ key: OffsetCommitKey, _ offset: CommittedOffset?) {
        guard let offset else {
            offsets.remove(key.group, key.topic, key.partition)
            pendingTransactions.forget(key)
            return
        }
        offsets.set(key.group, key.topic, key.partition, offset)
        if groups[key.group] == nil {
            groups[key.group] = ClassicGroup(id: key.group)
        }
    }
}

/// Transactions.
enum TransactionKeys {
    static let definitions: [ConfigDefinition] = [
        ConfigDefinition(
            "transaction.max.timeout.ms", .int, "900000", .atLeast(1), .high, .readOnly, .noEffect(.transactions),
            "Greatest transaction timeout a producer may ask for."),
        ConfigDefinition(
            "transaction.partition.verification.enable", .boolean,
            "true",
            .any, .low, .clusterWide, .noEffect(.transactions),
            "Check that a partition was added to a transaction before it is written to."),
        ConfigDefinition(
            "transaction.two.phase.commit.enable", .boolean, "false", .any, .low, .readOnly, .noEffect(.transactions),
            "Allow producers whose transactions never time out."),
        ConfigDefinition(
            "transaction.abort.timed.out.transaction.cleanup.interval.ms", .int,
            "10000",
            .atLeast(1), .low, .readOnly, .noEffect(.transactions),
            "How often timed-out transactions are aborted."),
        ConfigDefinition(
            "transaction.remove.expired.transaction.cleanup.interval.ms", .int,
            "3600000",
            .atLeast(1), .low, .readOnly, .noEffect(.transactions),
            "How often forgotten transactional ids are removed."),
        ConfigDefinition(
            "transaction.state.log.num.partitions", .int, "50", .atLeast(1), .high, .readOnly, .noEffect(.transactions),
            "Partitions of __transaction_state."),
        ConfigDefinition(
            "transaction.state.log.replication.factor", .short,
            "3",
            .atLeast(1), .high, .readOnly, .noEffect(.transactions),
            "Replicas of __transaction_state."),
        ConfigDefinition(
            "transaction.state.log.min.isr", .int, "2", .atLeast(1), .high, .readOnly, .noEffect(.transactions),
            "Least in-sync replicas of __transaction_state."),
        ConfigDefinition(
            "transaction.state.log.segment.bytes", .int,
            "104857600",
            .atLeast(1), .high, .readOnly, .noEffect(.transactions),
            "Segment size of __transaction_state."),
        ConfigDefinition(
            "transaction.state.log.load.buffer.size", .int,
            "5242880",
            .atLeast(1), .high, .readOnly, .noEffect(.transactions),
            "Bytes read at once while transactions are loaded."),
        ConfigDefinition(
            "transactional.id.expiration.ms", .int,
            "604800000",
            .atLeast(1), .high, .readOnly, .noEffect(.transactions),
            "How long an unused transactional id is remembered."),
    ]
}

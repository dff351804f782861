import KafkaLog
import KafkaRecords
import KafkaWire

extension ErrorCode {
    /// The one place where errors of the log become Kafka's.
    init(_ error: LogError) {
        self =
            switch error {
            case .storage: .kafkaStorageError
            case .closed: .notLeaderOrFollower
            case .offsetOutOfRange: .offsetOutOfRange
            case .invalidBatch: .corruptMessage
            case .unsupportedMagic: .unsupportedForMessageFormat
            case .batchTooLarge: .messageTooLarge
            case .appendExceedsSegment: .recordListTooLarge
            case .invalidTimestamp: .invalidTimestamp
            case .outOfOrderSequence: .outOfOrderSequenceNumber
            case .invalidProducerEpoch: .invalidProducerEpoch
            case .invalidTransactionState: .invalidTxnState
            case .coordinatorFenced: .transactionCoordinatorFenced
            case .damagedDirectory: .kafkaStorageError
            }
    }

    /// What a client hears of record bytes that cannot be taken.
    init(_ error: RecordError) {
        self =
            switch error.category {
            case .corruptMessage: .corruptMessage
            case .invalidRecord: .invalidRecord
            case .messageTooLarge: .messageTooLarge
            case .unsupportedCompression: .unsupportedCompressionType
            case .invalidTimestamp: .invalidTimestamp
            case .undecodable: .unknownServerError
            }
    }
}

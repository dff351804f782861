import KafkaLog
import KafkaProtocol
import KafkaRecords
import KafkaWire

/// Why a partition's batch was not taken, with what the answer says beyond the code (KIP-467).
struct ProduceRejection: Error {
    let code: ErrorCode
    var message: String?
    var recordErrors: [ProduceResponse.BatchIndexAndErrorMessage] = []
    /// Kafka tells the log's start once a batch has got as far as the log.
    var tellsLogStart = false

    init(_ code: ErrorCode, message: String? = nil) {
        self.code = code
        self.message = message
    }

    init(_ error: LogError) {
        self.init(ErrorCode(error))
        switch error {
        case .outOfOrderSequence, .invalidProducerEpoch, .invalidTimestamp: tellsLogStart = true
        default: break
        }
    }

    init(_ error: RecordError, partition: Partition) {
        self.init(ErrorCode(error))
        switch error {
        case .missingKey(let index):
            tellsLogStart = true
            let reason = """
                Compacted topic cannot accept message without key in topic partition \
                \(partition.topicName)-\(partition.index)
                """
            message = """
                One or more records have been rejected due to 1 record errors in total, and only showing the first \
                three errors at most: [RecordError(batchIndex=\(index), message='\(reason)')]
                """
            recordErrors = [.init(batchIndex: Int32(clamping: index), batchIndexErrorMessage: reason)]
        case .invalidMagic(let magic): message = "Invalid magic found in record: \(magic)"
        case .offsetRangeMismatch, .controlBatchFromClient, .unknownCompression,
            .decompressionFailed,
            .malformedRecord, .invalidRecordLength, .trailingBytes:
            tellsLogStart = true
        default: break
        }
    }

    func answer(index: Int32, logStartOffset: Int64) -> ProduceResponse.PartitionProduceResponse {
        .init(
            index: index, errorCode: code.rawValue, baseOffset: -1,
            logStartOffset: tellsLogStart ? logStartOffset : -1, recordErrors: recordErrors, errorMessage: message)
    }
}

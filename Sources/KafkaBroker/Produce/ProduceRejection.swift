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

    init(_ error: RecordError) {
        self.init(ErrorCode(error))
        switch error {
        case .invalidMagic(let magic):
            message = "Invalid magic found in record: \(magic)"
        case .offsetRangeMismatch, .controlBatchFromClient, .unknownCompression, .decompressionFailed,
            .malformedRecord, .invalidRecordLength, .trailingBytes:
            tellsLogStart = true
        default: break
        }
    }

    /// Records that break the topic's rules. A time out of bounds gives its name to the whole, as in Kafka.
    init(_ contents: RecordBatchInspector.Contents, bounds: ClosedRange<Int64>?, partition: Partition) {
        let rejections = contents.rejections
        let named = rejections.map { rejection in
            ProduceResponse.BatchIndexAndErrorMessage(
                batchIndex: Int32(clamping: rejection.index),
                batchIndexErrorMessage: Self.text(rejection, bounds, partition))
        }
        let hasTimestamp = rejections.contains { if case .timestamp = $0.reason { true } else { false } }
        if hasTimestamp {
            self.init(
                .invalidTimestamp, message: "One or more records have been rejected due to invalid timestamp")
        } else {
            let shown = named.prefix(3).map {
                "RecordError(batchIndex=\($0.batchIndex), message='\($0.batchIndexErrorMessage ?? "")')"
            }
            self.init(
                .invalidRecord,
                message: """
                    One or more records have been rejected due to \(contents.rejectionCount) record errors in total, and \
                    only showing the first three errors at most: [\(shown.joined(separator: ", "))]
                    """)
        }
        recordErrors = named
        tellsLogStart = true
    }

    private static func text(
        _ rejection: RecordRejection, _ bounds: ClosedRange<Int64>?, _ partition: Partition
    ) -> String {
        switch rejection.reason {
        case .missingKey:
            """
            Compacted topic cannot accept message without key in topic partition \
            \(partition.topicName)-\(partition.index)
            """
        case .timestamp(let timestamp):
            """
            Timestamp \(timestamp) of message with offset \(rejection.index) is out of range. The timestamp should be \
            within [\(bounds?.lowerBound ?? .min), \(bounds?.upperBound ?? .max)]
            """
        }
    }

    func answer(index: Int32, logStartOffset: Int64) -> ProduceResponse.PartitionProduceResponse {
        .init(
            index: index, errorCode: code.rawValue, baseOffset: -1,
            logStartOffset: tellsLogStart ? logStartOffset : -1, recordErrors: recordErrors, errorMessage: message)
    }
}

import KafkaProtocol
import KafkaRecords
import KafkaWire
import NIOCore

/// Why a partition's records are refused in a Produce.
struct ProduceRefusal: Error, Equatable {
    var code: ErrorCode
    var message: String
    /// The record within its batch that is to blame; nil for none.
    var record: Int32?

    init(_ code: ErrorCode, _ message: String, record: Int32? = nil) {
        self.code = code
        self.message = message
        self.record = record
    }

    init(_ error: RecordError) {
        let code: ErrorCode =
            switch error.category {
            case .corruptMessage: .corruptMessage
            case .invalidRecord: .invalidRecord
            case .messageTooLarge: .messageTooLarge
            case .unsupportedCompression: .unsupportedCompressionType
            case .invalidTimestamp: .invalidTimestamp
            case .undecodable: .unknownServerError
            }
        self.init(code, "the records cannot be read: \(error)")
    }
}

/// Looks at what a Produce brings, partition by partition: what is refused is taken out of the request, and its error
/// is put into the answer.
struct ProducedBatches {
    private(set) var refused: [ProduceResponse.TopicProduceResponse] = []
    /// Whether the request is another now.
    private(set) var hasChanged = false

    /// Shows the records of every partition of the topics that `isMeant` names.
    ///
    /// - Parameter look: gives other records in place of those, or nil to leave them.
    mutating func pass(
        _ message: inout ProduceRequest, isMeant: (String) -> Bool,
        _ look: (String, ByteBuffer) throws -> ByteBuffer?
    ) {
        for topic in message.topicData.indices.reversed() {
            let name = message.topicData[topic].name
            guard isMeant(name) else { continue }
            var kept: [ProduceRequest.PartitionProduceData] = []
            var errors: [ProduceResponse.PartitionProduceResponse] = []
            for var partition in message.topicData[topic].partitionData {
                do {
                    if let records = partition.records?.buffer, let other = try look(name, records) {
                        partition.records = .bytes(other)
                        hasChanged = true
                    }
                    kept.append(partition)
                } catch {
                    errors.append(Self.answer(partition.index, error))
                }
            }
            if !errors.isEmpty {
                hasChanged = true
                refused.append(.init(name: name, partitionResponses: errors))
            }
            if kept.isEmpty, !errors.isEmpty {
                message.topicData.remove(at: topic)
            } else if hasChanged {
                message.topicData[topic].partitionData = kept
            }
        }
    }

    private static func answer(_ index: Int32, _ error: any Error) -> ProduceResponse.PartitionProduceResponse {
        let refusal =
            error as? ProduceRefusal ?? (error as? RecordError).map { ProduceRefusal($0) }
            ?? ProduceRefusal(.unknownServerError, "a filter failed")
        return .init(
            index: index, errorCode: refusal.code.rawValue, baseOffset: -1, logStartOffset: -1,
            recordErrors: refusal.record.map { [.init(batchIndex: $0, batchIndexErrorMessage: refusal.message)] } ?? [],
            errorMessage: refusal.message)
    }

    /// The verdict on a request whose message this is now; keeps what was refused for the answer.
    static func verdict(
        _ request: inout FilteredRequest, isMeant: (String) -> Bool, _ look: (String, ByteBuffer) throws -> ByteBuffer?
    ) -> RequestVerdict {
        guard var message = request.message as? ProduceRequest else { return .forward }
        var batches = ProducedBatches()
        batches.pass(&message, isMeant: isMeant, look)
        guard batches.hasChanged else { return .forward }
        if message.topicData.isEmpty { return .answer(ProduceResponse(responses: batches.refused)) }
        request.message = message
        if !batches.refused.isEmpty { request.kept = batches.refused }
        return .forward
    }

    /// Puts what was refused into the answer.
    static func complete(_ response: inout FilteredResponse) {
        guard let refused = response.kept as? [ProduceResponse.TopicProduceResponse] else { return }
        response.change(ProduceResponse.self) { message in
            for topic in refused {
                if let index = message.responses.firstIndex(where: { $0.name == topic.name }) {
                    message.responses[index].partitionResponses += topic.partitionResponses
                } else {
                    message.responses.append(topic)
                }
            }
            return true
        }
    }
}

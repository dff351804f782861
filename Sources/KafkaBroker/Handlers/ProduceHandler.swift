import KafkaConfiguration
import KafkaLog
import KafkaProtocol
import KafkaRecords
import KafkaServer
import KafkaWire
import NIOCore

/// Produce, versions 3 to 13: one record batch a partition, checked, given its offsets and written, all on the
/// connection's loop.
///
/// Errors are per partition. With acks=0 there is no answer; an error then closes the connection, the only way left
/// to make the client look again.
extension BrokerEngine {
    private typealias TopicAnswer = ProduceResponse.TopicProduceResponse
    private typealias PartitionAnswer = ProduceResponse.PartitionProduceResponse

    func produce(_ request: inout Request, _ output: inout ResponseBuffer) -> Outcome {
        guard let message = decode(ProduceRequest.self, request) else { return malformed(request) }
        let response = append(message, request)
        guard message.acks == 0 else { return output.answer(request, response) }
        let failed = response.responses.contains { $0.partitionResponses.contains { $0.errorCode != 0 } }
        return failed ? .close(.refused("a produce without acknowledgement failed")) : .noResponse
    }

    private func append(_ message: ProduceRequest, _ request: Request) -> ProduceResponse {
        let table = broker.topics.current
        let now = broker.now()
        let acksError: ErrorCode = (-1...1).contains(message.acks) ? .none : .invalidRequiredAcks
        var response = ProduceResponse()
        response.responses.reserveCapacity(message.topicData.count)
        for asked in message.topicData {
            let byId = request.apiVersion >= 13
            let topic = byId ? table.topic(id: asked.topicId) : table.topic(name: asked.name)
            var answer = TopicAnswer(name: asked.name, topicId: asked.topicId)
            answer.partitionResponses.reserveCapacity(asked.partitionData.count)
            for data in asked.partitionData {
                guard acksError == .none else {
                    answer.partitionResponses.append(Self.failure(data.index, acksError))
                    continue
                }
                guard let topic, let partition = topic.partition(data.index) else {
                    answer.partitionResponses.append(
                        Self.failure(data.index, byId && topic == nil ? .unknownTopicId : .unknownTopicOrPartition))
                    continue
                }
                answer.partitionResponses.append(
                    append(data, to: partition, of: topic, acks: message.acks, version: request.apiVersion, now: now))
            }
            response.responses.append(answer)
        }
        return response
    }

    private func append(
        _ data: ProduceRequest.PartitionProduceData, to partition: Partition, of topic: Topic, acks: Int16,
        version: Int16, now: Int64
    ) -> PartitionAnswer {
        guard let log = partition.log else { return Self.failure(data.index, .kafkaStorageError) }
        guard acks != -1 || topic.configuration.minInsyncReplicas <= 1 else {
            return Self.failure(data.index, .notEnoughReplicas)
        }
        guard !topic.isInternal else { return Self.failure(data.index, .invalidTopicException) }
        guard let records = data.records?.buffer, records.readableBytes > 0 else {
            return Self.failure(data.index, .invalidRecord)
        }
        do throws(ProduceRejection) {
            let batch = try checkedBatch(records, for: partition, of: topic, version: version, now: now)
            let appended: AppendResult
            do throws(LogError) {
                appended = try log.append(batch, leaderEpoch: partition.leaderEpoch, now: now)
            } catch {
                broker.diskTrouble.note(error, now: now)
                throw ProduceRejection(error)
            }
            broker.flushes.note(appended, log)
            if !appended.isDuplicate { partition.notifyWaiters(appended: batch.readableBytes) }
            return PartitionAnswer(
                index: data.index, errorCode: 0, baseOffset: appended.baseOffset,
                logAppendTimeMs: appended.logAppendTime, logStartOffset: appended.logStartOffset)
        } catch {
            return error.answer(index: data.index, logStartOffset: log.logStartOffset)
        }
    }

    /// Judges the client's bytes (KIP-98's batch, one and no more) and answers the batch to store.
    private func checkedBatch(
        _ records: ByteBuffer, for partition: Partition, of topic: Topic, version: Int16, now: Int64
    ) throws(ProduceRejection) -> ByteBuffer {
        var records = records
        let header: RecordBatchHeader
        do throws(RecordError) {
            header = try RecordBatchValidator(maxBatchSize: topic.configuration.maxMessageBytes)
                .validateProduced(records)
            if header.compression == .zstd, version < 7 { throw RecordError.compressionNotAllowed(.zstd) }
        } catch {
            throw ProduceRejection(error)
        }
        guard let batch = records.readSlice(length: header.sizeInBytes) else { throw ProduceRejection(.corruptMessage) }
        let stored = try ProducePolicy(topic.configuration, now: now).apply(to: batch, header, partition: partition)
        guard !header.isTransactional else { throw ProduceRejection(.transactionalIdAuthorizationFailed) }
        return stored
    }

    private static func failure(_ index: Int32, _ code: ErrorCode) -> PartitionAnswer {
        PartitionAnswer(index: index, errorCode: code.rawValue, baseOffset: -1)
    }
}

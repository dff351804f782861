import KafkaConfiguration
import KafkaCoordination
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
        var unsynced: [UnsyncedAppend] = []
        var response = append(message, request, &unsynced)
        let wait = broker.quotas.record(.produce, Double(request.frameSize), QuotaClient(request))
        response.throttleTimeMs = wait
        request.replyToken.throttle(milliseconds: wait)
        note(response, request.replyToken)
        guard message.acks == 0 else {
            guard !unsynced.isEmpty else { return output.answer(request, response) }
            answerWhenDurable(response, unsynced, request.replyToken)
            return .later
        }
        let failed = response.responses.contains { $0.partitionResponses.contains { $0.errorCode != 0 } }
        return failed ? .close(.refused("a produce without acknowledgement failed")) : .noResponse
    }

    private func note(_ response: ProduceResponse, _ token: ReplyToken) {
        for topic in response.responses {
            for partition in topic.partitionResponses where partition.errorCode != 0 {
                token.note(ErrorCode(rawValue: partition.errorCode))
            }
        }
    }

    /// Answers once the records are on the device; a partition whose sync failed says so.
    private func answerWhenDurable(_ response: ProduceResponse, _ unsynced: [UnsyncedAppend], _ token: ReplyToken) {
        let ticket = CommitTicket(count: unsynced.count) { ticket in
            var response = response
            for append in unsynced {
                guard let failure = ticket.failure(of: append.partition) else { continue }
                response.responses[append.topicPlace].partitionResponses[append.place] = Self.failure(
                    append.partition.index, ErrorCode(failure))
            }
            token.reply(response)
        }
        for append in unsynced { broker.commits.commit(append.partition, ticket: ticket) }
    }

    private func append(
        _ message: ProduceRequest, _ request: Request, _ unsynced: inout [UnsyncedAppend]
    ) -> ProduceResponse {
        let table = broker.topics.current
        let now = broker.now()
        let access = access(request)
        let acksError: ErrorCode = (-1...1).contains(message.acks) ? .none : .invalidRequiredAcks
        var response = ProduceResponse()
        response.responses.reserveCapacity(message.topicData.count)
        for asked in message.topicData {
            let byId = request.apiVersion >= 13
            let topic = byId ? table.topic(id: asked.topicId) : table.topic(name: asked.name)
            var answer = TopicAnswer(name: asked.name, topicId: asked.topicId)
            answer.partitionResponses.reserveCapacity(asked.partitionData.count)
            // An id that nobody knows has no name to check.
            let isRefused =
                access != nil && ((byId ? topic?.name : asked.name).map { !access.allows(.writeTopic, $0) } ?? false)
            for data in asked.partitionData {
                guard !isRefused else {
                    answer.partitionResponses.append(Self.failure(data.index, AccessRule.writeTopic.error))
                    continue
                }
                guard acksError == .none else {
                    answer.partitionResponses.append(Self.failure(data.index, acksError))
                    continue
                }
                guard let topic, let partition = topic.partition(data.index) else {
                    answer.partitionResponses.append(
                        Self.failure(data.index, byId && topic == nil ? .unknownTopicId : .unknownTopicOrPartition))
                    continue
                }
                var waits = false
                answer.partitionResponses.append(
                    append(
                        data, to: partition, of: topic, acks: message.acks, version: request.apiVersion, now: now,
                        waits: &waits))
                if waits {
                    unsynced.append(
                        UnsyncedAppend(
                            partition: partition, topicPlace: response.responses.count,
                            place: answer.partitionResponses.count - 1))
                }
            }
            response.responses.append(answer)
        }
        return response
    }

    private func append(
        _ data: ProduceRequest.PartitionProduceData, to partition: Partition, of topic: Topic, acks: Int16,
        version: Int16, now: Int64, waits: inout Bool
    ) -> PartitionAnswer {
        guard let log = partition.log else { return Self.failure(data.index, .kafkaStorageError) }
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
                broker.directoryWatch.note(error)
                throw ProduceRejection(error)
            }
            broker.flushes.note(appended, log)
            if !appended.isDuplicate { broker.appended.add(batch.readableBytes) }
            waits = mustWait(appended, batch.readableBytes, partition, acks: acks)
            return PartitionAnswer(
                index: data.index, errorCode: 0, baseOffset: appended.baseOffset,
                logAppendTimeMs: appended.logAppendTime, logStartOffset: appended.logStartOffset)
        } catch {
            return error.answer(index: data.index, logStartOffset: log.logStartOffset)
        }
    }

    /// Shows the records to those who wait for them, and finds out whether the answer has to wait for the device: as
    /// `flush.messages` asks, and with group commit for acks=all, also of a batch that came again.
    private func mustWait(_ appended: AppendResult, _ bytes: Int, _ partition: Partition, acks: Int16) -> Bool {
        if !appended.isDuplicate {
            if broker.commits.isEnabled {
                broker.commits.show(bytes, of: partition)
            } else {
                partition.notifyWaiters(appended: bytes)
            }
        }
        return appended.wantsFlush || broker.commits.isEnabled && acks == -1
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

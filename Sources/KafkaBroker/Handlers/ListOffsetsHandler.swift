import KafkaLog
import KafkaProtocol
import KafkaServer
import KafkaWire

/// ListOffsets, versions 1 to 11 (KIP-79, KIP-734): offsets by time, and the ends of the log by special times.
extension BrokerEngine {
    private typealias Asked = ListOffsetsRequest.ListOffsetsPartition
    private typealias Answer = ListOffsetsResponse.ListOffsetsPartitionResponse

    /// A look-up by time may have to decompress a batch and read a cold segment: it leaves the event loop. The ends
    /// of a log are known at once.
    func listOffsets(_ request: Request, _ output: inout ResponseBuffer) -> Outcome {
        guard let message = decode(ListOffsetsRequest.self, request) else { return malformed(request) }
        let version = request.apiVersion
        let readsRecords = message.topics.contains { topic in
            topic.partitions.contains { $0.timestamp >= 0 || $0.timestamp == -3 }
        }
        let access = access(request)
        guard readsRecords else { return output.answer(request, response(message, access, version: version)) }
        let token = request.replyToken
        Task { token.reply(response(message, access, version: version)) }
        return .queued
    }

    private func response(_ message: ListOffsetsRequest, _ access: Access?, version: Int16) -> ListOffsetsResponse {
        let table = broker.topics.current
        let duplicates = duplicatePartitions(message)
        return ListOffsetsResponse(
            topics: message.topics.map { topic in
                let isAllowed = access.allows(.describeTopic, topic.name)
                return .init(
                    name: topic.name,
                    partitions: topic.partitions.map { asked in
                        guard isAllowed else { return failure(asked, AccessRule.describeTopic.error) }
                        guard !duplicates.contains(TopicPartition(topic: topic.name, partition: asked.partitionIndex))
                        else {
                            return failure(asked, .invalidRequest)
                        }
                        guard let partition = table.partition(topic.name, asked.partitionIndex) else {
                            return failure(asked, .unknownTopicOrPartition)
                        }
                        return answer(
                            asked, partition, version: version,
                            readCommitted: message.isolationLevel == 1)
                    })
            })
    }

    private func duplicatePartitions(_ message: ListOffsetsRequest) -> Set<TopicPartition> {
        var seen = Set<TopicPartition>()
        var duplicates = Set<TopicPartition>()
        for topic in message.topics {
            for partition in topic.partitions {
                let key = TopicPartition(topic: topic.name, partition: partition.partitionIndex)
                if !seen.insert(key).inserted { duplicates.insert(key) }
            }
        }
        return duplicates
    }

    private func failure(_ asked: Asked, _ error: ErrorCode) -> Answer {
        Answer(partitionIndex: asked.partitionIndex, errorCode: error.rawValue)
    }

    private func answer(_ asked: Asked, _ partition: Partition, version: Int16, readCommitted: Bool) -> Answer {
        let epochError = partition.error(forLeaderEpoch: asked.currentLeaderEpoch)
        guard epochError == .none else { return failure(asked, epochError) }
        guard let query = OffsetQuery(timestamp: asked.timestamp, version: version, readCommitted: readCommitted) else {
            return failure(asked, .unsupportedVersion)
        }
        guard let log = partition.log else { return failure(asked, .kafkaStorageError) }
        do throws(LogError) {
            guard let found = try log.offset(for: query, isolation: readCommitted ? .committed : .highWatermark) else {
                return Answer(partitionIndex: asked.partitionIndex, errorCode: 0)
            }
            return Answer(
                partitionIndex: asked.partitionIndex, errorCode: 0, timestamp: found.timestamp, offset: found.offset,
                leaderEpoch: version >= 4 ? found.leaderEpoch : -1)
        } catch {
            return failure(asked, ErrorCode(error))
        }
    }
}

extension OffsetQuery {
    /// What a timestamp on the wire asks for; nil for special ones that the version does not have yet.
    init?(timestamp: Int64, version: Int16, readCommitted: Bool) {
        let leastVersion: [Int64: Int16] = [-1: 1, -2: 1, -3: 7, -4: 8, -5: 9, -6: 11]
        if timestamp < 0 {
            guard let least = leastVersion[timestamp], version >= least else { return nil }
        }
        self.init(timestamp: timestamp, isolation: readCommitted ? .committed : .highWatermark)
    }
}

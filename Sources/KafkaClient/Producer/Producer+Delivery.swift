import KafkaProtocol
import KafkaRecords
import KafkaWire
import NIOCore

/// A batch in flight with what its encoded form carries.
struct InFlightBatch: Sendable {
    var partition: TopicPartition
    var batch: ProducerBatch
    var topicId: Uuid
}

extension Producer {
    /// Sends the first whole batch of every partition that has none in flight, one request a leader.
    func pump() {
        let due = queues.filter { !$0.value.isInFlight && !$0.value.ready.isEmpty }.keys.sorted()
        guard !due.isEmpty else { return }
        var taken: [InFlightBatch] = []
        for partition in due {
            guard var queue = queues[partition], !queue.ready.isEmpty else { continue }
            taken.append(InFlightBatch(partition: partition, batch: queue.ready.removeFirst(), topicId: .zero))
            queue.isInFlight = true
            queues[partition] = queue
        }
        Task { await dispatch(taken) }
    }

    /// Encodes batches and sends them to their leaders; every one of them ends in ``settle(_:error:offset:)``.
    private func dispatch(_ batches: [InFlightBatch]) async {
        var byLeader: [Int32: [InFlightBatch]] = [:]
        do {
            let identity = try await currentIdentity()
            let metadata = await cluster.metadata
            for var entry in batches {
                guard let leader = metadata[entry.partition]?.leader, leader >= 0 else {
                    retry(entry, after: .brokerUnknown(-1))
                    continue
                }
                entry.topicId = metadata.topics[entry.partition.topic]?.id ?? .zero
                do {
                    try await prepare(&entry, identity: identity)
                    byLeader[leader, default: []].append(entry)
                } catch {
                    finishInFlight(entry, with: .failure(error))
                }
            }
        } catch {
            let reason = error as? ClientError ?? .closed
            for entry in batches { finishInFlight(entry, with: .failure(reason)) }
            return
        }
        await withTaskGroup(of: Void.self) { group in
            for (leader, entries) in byLeader {
                for part in split(entries) {
                    group.addTask { [self] in await deliver(part, to: leader) }
                }
            }
        }
    }

    /// Gives the batch its sequence numbers and encodes it, unless an earlier attempt did.
    private func prepare(_ entry: inout InFlightBatch, identity: ProducerIdentity) async throws(ClientError) {
        if entry.batch.encoded != nil { return }
        var queue = queues[entry.partition] ?? PartitionQueue()
        if queue.identityVersion != identity.version {
            queue.identityVersion = identity.version
            queue.nextSequence = 0
            queues[entry.partition] = queue
        }
        entry.batch.identityVersion = identity.version
        let encoder = BatchEncoder(
            compression: configuration.compression, identity: identity,
            sequence: identity.isIdempotent ? queue.nextSequence : -1)
        entry.batch.encoded = try await encoder.encode(entry.batch.records)
    }

    /// Requests of at most `max.request.size`, but of at least one batch.
    private func split(_ entries: [InFlightBatch]) -> [[InFlightBatch]] {
        var parts: [[InFlightBatch]] = []
        var size = 0
        for entry in entries {
            let bytes = entry.batch.encoded?.readableBytes ?? 0
            if parts.isEmpty || size + bytes > configuration.maxRequestSize {
                parts.append([entry])
                size = bytes
            } else {
                parts[parts.count - 1].append(entry)
                size += bytes
            }
        }
        return parts
    }

    private func deliver(_ entries: [InFlightBatch], to leader: Int32) async {
        do {
            let connection = try await cluster.connection(to: .broker(leader))
            let hasIds = entries.allSatisfy { $0.topicId != .zero }
            // Version 13 names topics by id only.
            let limit: Int16 = hasIds ? .max : 12
            let version = try connection.version(of: ProduceRequest.self, atMost: limit)
            guard version >= 3 else {
                throw ClientError.unsupportedApi(
                    connection.address, api: .produce, offered: connection.versions.offered(.produce))
            }
            let request = makeRequest(entries, byId: version >= 13)
            if configuration.acks == .none {
                try await connection.sendWithoutAnswer(request, maxVersion: limit)
                for entry in entries { finishInFlight(entry, with: .success(-1)) }
                return
            }
            let response = try await connection.send(
                request, maxVersion: limit,
                timeout: configuration.requestTimeout + cluster.configuration.requestTimeout)
            settle(entries, with: response, byId: version >= 13)
        } catch {
            let reason = error as? ClientError ?? .closed
            for entry in entries {
                var entry = entry
                entry.batch.isAmbiguous = true
                retry(entry, after: reason)
            }
        }
    }

    private func makeRequest(_ entries: [InFlightBatch], byId: Bool) -> ProduceRequest {
        var request = ProduceRequest(transactionalId: nil, acks: configuration.acks.rawValue)
        request.timeoutMs = Int32(clamping: configuration.requestTimeout)
        request.topicData = Dictionary(grouping: entries, by: \.partition.topic).sorted { $0.key < $1.key }
            .map { topic, entries in
                var data = ProduceRequest.TopicProduceData()
                if byId { data.topicId = entries.first?.topicId ?? .zero } else { data.name = topic }
                data.partitionData = entries.map {
                    .init(index: $0.partition.partition, records: .bytes($0.batch.encoded ?? ByteBuffer()))
                }
                return data
            }
        return request
    }

    private func settle(_ entries: [InFlightBatch], with response: ProduceResponse, byId: Bool) {
        var left = entries
        for topic in response.responses {
            for partition in topic.partitionResponses {
                let position = left.firstIndex { entry in
                    entry.partition.partition == partition.index
                        && (byId ? entry.topicId == topic.topicId : entry.partition.topic == topic.name)
                }
                guard let position else { continue }
                let entry = left.remove(at: position)
                settle(entry, code: ErrorCode(rawValue: partition.errorCode), answer: partition)
            }
        }
        for var entry in left {
            entry.batch.isAmbiguous = true
            retry(entry, after: .broker(.unknownServerError, subject: "\(entry.partition)", message: nil))
        }
    }

    private func settle(
        _ entry: InFlightBatch, code: ErrorCode,
        answer: ProduceResponse.PartitionProduceResponse
    ) {
        let error = ClientError.broker(code, subject: "Partition \(entry.partition)", message: answer.errorMessage)
        switch code {
        case .none, .duplicateSequenceNumber:
            advanceSequence(entry)
            finishInFlight(entry, with: .success(answer.baseOffset))
        case .messageTooLarge where entry.batch.records.count > 1:
            splitInFlight(entry)
        case .unknownProducerId, .outOfOrderSequenceNumber, .invalidProducerEpoch:
            // All batches before this one are settled: under a new identity it can be sent without a duplicate,
            // unless an attempt without an answer may have stored it.
            dropIdentity(entry.batch.identityVersion)
            let isSafe = code == .unknownProducerId || !entry.batch.isAmbiguous
            guard isSafe, entry.batch.attempts < 5 else {
                finishInFlight(entry, with: .failure(error))
                return
            }
            var anew = entry
            anew.batch.encoded = nil
            retry(anew, after: error, always: true)
        default:
            retry(entry, after: error)
        }
    }

    /// Queues the batch again after a pause, or gives it up.
    private func retry(_ entry: InFlightBatch, after error: ClientError, always: Bool = false) {
        var entry = entry
        let expired = ContinuousClock.now - entry.batch.opened > .milliseconds(configuration.deliveryTimeout)
        guard always || error.isRetriable, !expired else {
            if entry.batch.isAmbiguous { dropIdentity(entry.batch.identityVersion) }
            let timeout = ClientError.operationTimeout(
                operation: "Delivery to \(entry.partition)", milliseconds: configuration.deliveryTimeout, last: error)
            finishInFlight(entry, with: .failure(expired ? timeout : error))
            return
        }
        let settings = cluster.configuration
        let pause = min(settings.retryBackoff << Int64(min(entry.batch.attempts, 10)), settings.retryBackoffMax)
        entry.batch.attempts += 1
        Task { [entry] in
            try? await Task.sleep(for: .milliseconds(pause))
            await cluster.forgetStale()
            _ = try? await cluster.refreshMetadata(topics: [entry.partition.topic])
            requeue(entry)
        }
    }

    private func requeue(_ entry: InFlightBatch) {
        queues[entry.partition]?.ready.insert(entry.batch, at: 0)
        queues[entry.partition]?.isInFlight = false
        pump()
    }

    private func splitInFlight(_ entry: InFlightBatch) {
        let (first, second) = entry.batch.halves()
        countSplit()
        queues[entry.partition]?.ready.insert(contentsOf: [first, second], at: 0)
        queues[entry.partition]?.isInFlight = false
        pump()
    }

    private func advanceSequence(_ entry: InFlightBatch) {
        guard var queue = queues[entry.partition], queue.identityVersion == entry.batch.identityVersion else { return }
        let count = Int32(clamping: entry.batch.records.count)
        queue.nextSequence = RecordBatchHeader.sequence(queue.nextSequence, advancedBy: count)
        queues[entry.partition] = queue
    }

    private func finishInFlight(_ entry: InFlightBatch, with result: Result<Int64, ClientError>) {
        queues[entry.partition]?.isInFlight = false
        finish(entry.batch, of: entry.partition, with: result)
        pump()
    }
}

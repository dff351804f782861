import KafkaConfiguration
import KafkaCoordination
import KafkaLog
import KafkaProtocol
import KafkaServer
import KafkaWire
import Logging
import NIOCore
import Synchronization

/// Fetch, versions 4 to 18: whole batches from the offsets asked for, in incremental sessions where the client wants
/// them; waits for `minBytes` up to `maxWaitMs`.
///
/// The answer's head is encoded into one buffer; record bytes stay in their segments until they are sent.
extension BrokerEngine {
    func fetch(_ request: Request, _ output: inout ResponseBuffer) -> Outcome {
        guard let message = decode(FetchRequest.self, request) else { return malformed(request) }
        let now = broker.clock.ticks()
        let opened = broker.fetchSessions.withLock { $0.open(message, apiVersion: request.apiVersion, now: now) }
        let access = access(request)
        // Followers read for the cluster, not for themselves.
        let isFollower = message.replicaId >= 0 || message.replicaState.replicaId >= 0
        let mayRead = { (name: String) in isFollower ? access.allows(.actForCluster) : access.allows(.readTopic, name) }
        let session: FetchWork.Session
        let targets: [FetchTarget]
        switch opened {
        case .refused(let error):
            return output.answer(request, FetchResponse(errorCode: error.rawValue, sessionId: 0))
        case .sessionless:
            session = .none
            targets = self.targets(of: message, version: request.apiVersion, mayRead)
        case .full:
            session = .starting(message)
            targets = self.targets(of: message, version: request.apiVersion, mayRead)
        case .incremental(let fetch):
            session = .continuing(fetch.ticket)
            targets = self.targets(of: fetch.partitions, version: request.apiVersion, mayRead)
        }
        let work = FetchWork(
            session: session, targets: targets, apiVersion: request.apiVersion,
            maxBytes: min(
                Int(max(0, message.maxBytes)), broker.configuration.fetchMaxBytes,
                broker.quotas.mostFetchBytes(QuotaClient(request))),
            readCommitted: message.isolationLevel == 1)
        return answer(work, message, request, &output, now: now)
    }

    private func answer(
        _ work: FetchWork, _ message: FetchRequest, _ request: Request, _ output: inout ResponseBuffer, now: Int64
    ) -> Outcome {
        let result = PageCache.withoutWaiting { work.read() }
        if result.isCold {
            answerFromDevice(work, QuotaClient(request), request.replyToken)
            return .queued
        }
        say(result.damaged)
        let wanted = min(Int(message.minBytes), work.maxBytes)
        guard message.maxWaitMs > 0, !result.mustAnswer, result.byteCount < wanted else {
            let isCold = ColdReads.areNeeded(for: result.files)
            if isCold, !result.files.allSatisfy(\.isSentFromFile) {
                answerWhenRead(work, result, QuotaClient(request), request.replyToken)
                return .queued
            }
            let share = share(of: result, QuotaClient(request), request.replyToken)
            let outcome = output.answer(request, response(work, result, share, now: now)) { result.files[$0] }
            if isCold { output.isCold = true }
            return outcome
        }
        park(work, wanted: wanted, found: result.byteCount, message, request)
        return .later
    }

    /// Bytes that belong into the answer are on the device only: they are read elsewhere, as other connections of this
    /// loop must not wait.
    private func answerWhenRead(
        _ work: FetchWork, _ result: FetchReader.Result, _ client: QuotaClient, _ token: ReplyToken
    ) {
        let engine = self
        let share = share(of: result, client, token)
        broker.coldReads.fetch {
            token.meter?.start()
            defer { token.meter?.stop() }
            if !share.isWithheld { ColdReads.wait(for: result.files) }
            token.reply(engine.response(work, result, share, now: engine.broker.clock.ticks())) { result.files[$0] }
        }
    }

    /// Not even where the bytes begin is known without waiting. Whatever is found is the answer: who reads what is cold
    /// does not wait for more.
    private func answerFromDevice(_ work: FetchWork, _ client: QuotaClient, _ token: ReplyToken) {
        let engine = self
        broker.coldReads.fetch {
            token.meter?.start()
            defer { token.meter?.stop() }
            let result = work.read()
            engine.say(result.damaged)
            let share = engine.share(of: result, client, token)
            let isSentFromFiles = result.files.allSatisfy(\.isSentFromFile)
            if !share.isWithheld, !isSentFromFiles { ColdReads.wait(for: result.files) }
            let answer = engine.response(work, result, share, now: engine.broker.clock.ticks())
            token.reply(answer, isCold: isSentFromFiles && !share.isWithheld) { result.files[$0] }
        }
    }

    /// Clients are told CORRUPT_MESSAGE each time; the operator once.
    private func say(_ damaged: [(partition: Partition, error: LogError)]) {
        for (partition, error) in damaged {
            broker.logger.error(
                "a fetch met bytes that are no batch; 'martlet log verify' shows where",
                metadata: ["partition": "\(partition.topicName)-\(partition.index)", "error": "\(error)"])
        }
    }

    private func park(_ work: FetchWork, wanted: Int, found: Int, _ message: FetchRequest, _ request: Request) {
        let token = request.replyToken
        let engine = self
        let client = QuotaClient(request)
        let fetch = DelayedFetch(
            token: token, connectionId: request.context.id, registry: broker.delayedFetches,
            partitions: work.targets.compactMap(\.partition), missingBytes: wanted - found
        ) { force in
            token.meter?.start()
            defer { token.meter?.stop() }
            let result = work.read()
            guard force || result.mustAnswer || result.byteCount >= wanted else { return false }
            let share = engine.share(of: result, client, token)
            token.reply(engine.response(work, result, share, now: engine.broker.clock.ticks())) { result.files[$0] }
            return true
        }
        fetch.park(for: .milliseconds(Int64(message.maxWaitMs)))
    }

    /// What a client's quotas make of an answer.
    private func share(of result: FetchReader.Result, _ client: QuotaClient, _ token: ReplyToken) -> FetchShare {
        let busy = token.meter?.settle() ?? 0
        var share = broker.quotas.recordFetch(result.byteCount, client, isWithheld: busy > 0)
        share.waitMs = max(share.waitMs, busy)
        token.throttle(milliseconds: share.waitMs)
        if result.mustAnswer {
            for partition in result.partitions { token.note(ErrorCode(rawValue: partition.errorCode)) }
        }
        return share
    }

    /// The answer; without records for a client that has used more than its quota, which asks again once it may.
    private func response(
        _ work: FetchWork, _ result: FetchReader.Result, _ share: FetchShare, now: Int64
    ) -> FetchResponse {
        guard share.isWithheld else {
            var response = work.response(result, sessions: broker.fetchSessions, now: now)
            response.throttleTimeMs = share.waitMs
            return response
        }
        var sessionId: Int32 = 0
        if case .continuing(let ticket) = work.session { sessionId = ticket.sessionId }
        return FetchResponse(throttleTimeMs: share.waitMs, errorCode: 0, sessionId: sessionId)
    }

    private func targets(of message: FetchRequest, version: Int16, _ mayRead: (String) -> Bool) -> [FetchTarget] {
        let table = broker.topics.current
        var targets: [FetchTarget] = []
        for asked in message.topics {
            let byId = version >= 13
            let topic = byId ? table.topic(id: asked.topicId) : table.topic(name: asked.topic)
            // An id that nobody knows has no name to check.
            let isRefused = (byId ? topic?.name : asked.topic).map { !mayRead($0) } ?? false
            for partition in asked.partitions {
                let found = isRefused ? nil : topic?.partition(partition.partition)
                targets.append(
                    FetchTarget(
                        topicName: byId ? "" : asked.topic, topicId: asked.topicId, index: partition.partition,
                        partition: found,
                        error: isRefused
                            ? .topicAuthorizationFailed
                            : byId && topic == nil ? .unknownTopicId : .unknownTopicOrPartition,
                        fetchOffset: partition.fetchOffset, maxBytes: Int(max(0, partition.partitionMaxBytes)),
                        currentLeaderEpoch: partition.currentLeaderEpoch,
                        lastFetchedEpoch: partition.lastFetchedEpoch))
            }
        }
        return targets
    }

    private func targets(
        of partitions: FetchSessionPartitions, version: Int16, _ mayRead: (String) -> Bool
    ) -> [FetchTarget] {
        let table = broker.topics.current
        let byId = version >= 13
        return partitions.map { asked in
            let topic = byId ? table.topic(id: asked.topicId) : table.topic(name: asked.topic)
            let isRefused = (byId ? topic?.name : asked.topic).map { !mayRead($0) } ?? false
            return FetchTarget(
                topicName: byId ? "" : asked.topic, topicId: asked.topicId, index: asked.partition,
                partition: isRefused ? nil : topic?.partition(asked.partition),
                error: isRefused
                    ? .topicAuthorizationFailed
                    : byId && topic == nil ? .unknownTopicId : .unknownTopicOrPartition,
                fetchOffset: asked.fetchOffset, maxBytes: Int(max(0, asked.partitionMaxBytes)),
                currentLeaderEpoch: asked.currentLeaderEpoch, lastFetchedEpoch: asked.lastFetchedEpoch)
        }
    }
}

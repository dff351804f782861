import KafkaWire

extension Consumer {
    /// One fetch a leader, unless its last one is still out or not yet taken in.
    func startFetches() async {
        let metadata = await cluster.metadata
        var wanted: [Int32: [WantedPartition]] = [:]
        for (partition, state) in states {
            guard let position = state.position else { continue }
            guard let leader = metadata[partition]?.leader, leader >= 0 else {
                metadataIsStale = true
                continue
            }
            guard busyLeaders[leader] == nil else { continue }
            let id = metadata.topics[partition.topic]?.id ?? .zero
            wanted[leader, default: []].append(WantedPartition(partition: partition, topicId: id, position: position))
        }
        for (leader, partitions) in wanted {
            let exchange = FetchExchange(
                cluster: cluster, configuration: configuration, leader: leader,
                wanted: partitions.sorted { $0.partition < $1.partition })
            busyLeaders[leader] = Task { [weak self] in await self?.fetch(exchange) }
        }
    }

    private func fetch(_ exchange: FetchExchange) async {
        var results: [PartitionFetch] = []
        do {
            results = try await exchange.run()
        } catch let error as ClientError {
            guard error != .closed else { return }
            results = exchange.wanted.map {
                PartitionFetch(
                    partition: $0.partition, position: $0.position, result: .failure(error), highWatermark: -1)
            }
        } catch {
            return
        }
        if results.contains(where: { if case .failure = $0.result { true } else { false } }) {
            // A leader that refuses is not asked again at once.
            try? await Task.sleep(for: .milliseconds(cluster.configuration.retryBackoff))
        }
        finished(exchange.leader, results)
    }
    private func finished(_ leader: Int32, _ results: [PartitionFetch]) {
        completed.append(FinishedFetch(leader: leader, results: results))
        wake()
    }

    /// Takes fetched records in and lets their leaders be asked again. Throws what trying again does not mend.
    func takeCompleted() throws(ClientError) {
        let finished = completed
        completed = []
        for fetch in finished {
            busyLeaders[fetch.leader] = nil
            for result in fetch.results { try take(result) }
        }
    }

    private func take(_ fetch: PartitionFetch) throws(ClientError) {
        // The partition may have been taken away or reset since it was asked for.
        guard states[fetch.partition]?.position == fetch.position else { return }
        switch fetch.result {
        case .success(let chunk):
            states[fetch.partition]?.position = chunk.nextPosition
            states[fetch.partition]?.highWatermark = fetch.highWatermark
            if chunk.nextPosition > fetch.position { chunks.append(chunk) }
        case .failure(let error) where error.errorCode == .offsetOutOfRange:
            states[fetch.partition]?.position = nil
            switch configuration.offsetReset {
            case .earliest: states[fetch.partition]?.start = .earliest
            case .latest: states[fetch.partition]?.start = .latest
            case .none: throw error
            }
        case .failure(let error):
            guard error.isRetriable else { throw error }
            metadataIsStale = true
        }
    }

    /// Suspends until a fetch is back, the deadline is over, or the task is cancelled.
    func waitForFetch(until deadline: ContinuousClock.Instant) async {
        guard completed.isEmpty, !Task.isCancelled else { return }
        let timer = Task { [weak self] in
            guard (try? await Task.sleep(until: deadline)) != nil else { return }
            await self?.wake()
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { waiter = $0 }
        } onCancel: {
            Task { await self.wake() }
        }
        timer.cancel()
    }

    private func wake() {
        waiter?.resume()
        waiter = nil
    }
}

/// What one leader answered to one fetch.
struct FinishedFetch: Sendable {
    var leader: Int32
    var results: [PartitionFetch]
}

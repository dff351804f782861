internal import Synchronization

/// What a log knows of a producer, as DescribeProducers tells it (KIP-664).
public struct ActiveProducer: Equatable, Sendable {
    public var producerId: Int64
    public var epoch: Int16
    /// -1: no batch of this epoch is remembered.
    public var lastSequence: Int32
    /// Of the last batch or marker, in milliseconds; -1: none.
    public var lastTimestamp: Int64
    /// The epoch of the coordinator that wrote the last marker; -1: none did.
    public var coordinatorEpoch: Int32
    /// The first offset of the open transaction; -1: none is open.
    public var transactionStart: Int64
}

extension PartitionLog {
    /// The largest id below a limit of a producer that is remembered, -1 when there is none.
    public func largestProducerId(below limit: Int64) -> Int64 {
        state.withLock { $0.producers.entries.keys.lazy.filter { $0 < limit }.max() ?? -1 }
    }

    /// The producers that are remembered, in the order of their ids.
    public var activeProducers: [ActiveProducer] {
        state.withLock { Array($0.producers.entries.values) }
            .sorted { $0.producerId < $1.producerId }
            .map {
                ActiveProducer(
                    producerId: $0.producerId, epoch: $0.epoch, lastSequence: $0.lastSequence,
                    lastTimestamp: $0.lastTimestamp, coordinatorEpoch: $0.coordinatorEpoch,
                    transactionStart: $0.transactionStart)
            }
    }
}

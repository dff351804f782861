import KafkaClient
import NIOCore
import Synchronization

/// Where the counts of every event loop are found, and under which names brokers are shown. Safe from any thread.
final class UpstreamLedger: Sendable {
    private struct State {
        var loops: [ObjectIdentifier: UpstreamLoopCounts] = [:]
        /// The ids that addresses were last known by: a broker that has moved keeps what was counted of it before.
        var nodeIds: [BrokerAddress: Int32] = [:]
    }

    private let state = Mutex(State())

    /// The counts of a loop.
    func counts(on eventLoop: any EventLoop) -> UpstreamLoopCounts {
        state.withLock { state in
            let place = ObjectIdentifier(eventLoop)
            if let known = state.loops[place] { return known }
            let counts = UpstreamLoopCounts(eventLoop: eventLoop)
            state.loops[place] = counts
            return counts
        }
    }

    /// The sum over all loops, which must not end meanwhile, by the id of a broker, or by its address where none is known.
    func numbers(_ nodes: [Int32: BrokerAddress]) async -> [String: UpstreamCounts.Numbers] {
        var sum: [BrokerAddress?: UpstreamCounts.Numbers] = [:]
        for counts in state.withLock({ Array($0.loops.values) }) {
            guard let visited = try? await counts.eventLoop.submit({ counts.snapshot }).get() else { continue }
            for (address, numbers) in visited { sum[address, default: .init()].add(numbers) }
        }
        var named: [String: UpstreamCounts.Numbers] = [:]
        for (address, numbers) in sum { named[name(address, nodes), default: .init()].add(numbers) }
        return named
    }

    private func name(_ address: BrokerAddress?, _ nodes: [Int32: BrokerAddress]) -> String {
        guard let address else { return "others" }
        return state.withLock { state in
            if let now = nodes.first(where: { $0.value == address })?.key {
                if state.nodeIds.count < UpstreamLoopCounts.mostBrokers { state.nodeIds[address] = now }
                return String(now)
            }
            return state.nodeIds[address].map(String.init) ?? address.description
        }
    }
}

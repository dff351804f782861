import KafkaClient
import NIOCore

/// What one event loop counts of the brokers behind the proxy. Only to be touched on that loop, which is what makes it safe
/// to hand around.
final class UpstreamLoopCounts: @unchecked Sendable {
    /// Addresses that are told apart; connections to others are counted together.
    static let mostBrokers = 1000

    let eventLoop: any EventLoop
    private var brokers: [BrokerAddress: UpstreamCounts] = [:]
    private let others = UpstreamCounts()

    init(eventLoop: any EventLoop) {
        self.eventLoop = eventLoop
    }

    /// The counts of a broker.
    subscript(_ address: BrokerAddress) -> UpstreamCounts {
        if let known = brokers[address] { return known }
        guard brokers.count < Self.mostBrokers else { return others }
        let counts = UpstreamCounts()
        brokers[address] = counts
        return counts
    }

    /// A copy that may leave the loop; nil stands for brokers beyond those that are told apart.
    var snapshot: [BrokerAddress?: UpstreamCounts.Numbers] {
        var all: [BrokerAddress?: UpstreamCounts.Numbers] = brokers.mapValues(\.numbers).reduce(into: [:]) {
            $0[$1.key] = $1.value
        }
        if others.numbers.connects &+ others.numbers.connectFailures > 0 { all[nil] = others.numbers }
        return all
    }
}

import KafkaClient
import KafkaConfiguration
import Synchronization

/// Asks whether a broker of the cluster answers, when somebody wants to know; one question serves all who ask meanwhile.
actor ClusterProbe {
    /// How long an answer counts, which bounds how often the cluster is asked however often somebody wants to know.
    private static let freshness: Duration = .seconds(1)
    /// How long whoever asks is kept waiting; a question that takes longer is as good as a no.
    private static let patience: Duration = .seconds(3)
    /// How long one broker may take, in milliseconds, so that another has its turn within ``patience``.
    private static let brokerMilliseconds: Int64 = 2_000

    private let core: ProxyCore
    private var underway: Task<Bool, Never>?
    private var last: (isReachable: Bool, at: ContinuousClock.Instant)?
    /// The broker that answered last is asked first.
    private var answering: BrokerAddress?

    init(core: ProxyCore) {
        self.core = core
    }

    /// Whether a broker answers: takes the connection, TLS and the proxy's own login included, and says which versions it
    /// serves.
    func isReachable() async -> Bool {
        if let last, ContinuousClock.now - last.at < Self.freshness { return last.isReachable }
        let question = underway ?? Task { await ask() }
        underway = question
        return await withCheckedContinuation { continuation in
            let first = FirstAnswer(continuation)
            Task { first.give(await question.value) }
            Task {
                try? await Task.sleep(for: Self.patience)
                first.give(false)
            }
        }
    }

    private func ask() async -> Bool {
        let route = core.route(to: .anyBroker)
        let configuration = route.client(
            connectTimeout: min(core.settings.connectTimeoutMilliseconds, Self.brokerMilliseconds))
        let known = route.brokers
        var found: BrokerAddress?
        for broker in known.filter({ $0 == answering }) + known.filter({ $0 != answering }) {
            guard let connection = try? await KafkaConnection.connect(to: broker, configuration: configuration) else {
                continue
            }
            connection.close()
            found = broker
            break
        }
        answering = found
        last = (found != nil, .now)
        underway = nil
        return found != nil
    }
}

/// Goes on with the first of several answers.
private final class FirstAnswer: Sendable {
    private let continuation: Mutex<CheckedContinuation<Bool, Never>?>

    init(_ continuation: CheckedContinuation<Bool, Never>) {
        self.continuation = Mutex(continuation)
    }

    func give(_ answer: Bool) {
        let waiting = continuation.withLock { waiting in
            defer { waiting = nil }
            return waiting
        }
        waiting?.resume(returning: answer)
    }
}

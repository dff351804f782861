import KafkaMessageJSON
import KafkaProtocol
import KafkaSecurity
import KafkaWire
import NIOCore

/// Plays a recording against a target and judges each answer.
///
/// Requests are sent in the order of the recording, and each only when every answer that had arrived before it has
/// arrived here. So the order on each connection holds, and whatever caused a request has happened before it.
public struct ReplayRun {
    /// A request on another connection gets this long to arrive before the next one is sent, if it had it in the
    /// recording: across connections nothing else holds the order, in milliseconds.
    private static let settling: Int64 = 3

    private let recording: Recording
    private let target: TargetAddress
    private let rules: ReplayRules
    private let options: ReplayOptions

    private var offered = OfferedVersions([:])
    private var connections: [Int: FrameConnection] = [:]
    private var replies: [Int: EventLoopFuture<Reply>] = [:]
    private var unserved: [Int: String] = [:]
    private var bodies: [Int: JSONValue] = [:]
    private var state = TranslationState()
    private var signer: SaslSigner?
    private var suspects = SuspectNames()
    private var results: [ExchangeResult] = []
    private var lastSent: (connection: Int, at: Int64)?
    private let start = ContinuousClock.now

    /// Prepares to play a recording.
    ///
    /// - Parameter unprepared: topics whose records from before the session the target does not hold all.
    public init(
        _ recording: Recording, target: TargetAddress, rules: ReplayRules, options: ReplayOptions,
        unprepared: [String] = []
    ) {
        self.recording = recording
        suspects = SuspectNames(topics: unprepared, cause: "a transaction before the session")
        self.target = target
        self.rules = rules
        self.options = options
        signer = options.credentials.map { SaslSigner(SaslPlan(recording), $0, makeNonce: SaslNonce.make) }
    }

    /// Plays it: a result for each recorded answer, in the order in which they arrived. Throws if the target cannot
    /// be reached.
    public mutating func run() async throws -> [ExchangeResult] {
        let calls = try await BrokerCalls.open(target)
        offered = calls.offered
        calls.connection.close()
        defer { for connection in connections.values { connection.close() } }
        for step in recording.steps {
            switch step {
            case .send(let index): try await send(index)
            case .receive(let index): try await receive(index)
            }
        }
        return results
    }

    private mutating func send(_ index: Int) async throws {
        let exchange = recording.exchanges[index]
        let request = exchange.request
        let body = MessageForm.request(request)
        bodies[index] = body
        if !offered.serves(request.api, version: request.version) {
            unserved[index] = "the target does not offer \(request.api.name) version \(request.version)"
            if rules.changing[request.api.name] != nil { suspects.add(request, body) }
            return
        }
        if let need = rules.missingNeed(of: request, body, offered) {
            unserved[index] = "\(need.reason); the target does not offer \(need.needs)"
            suspects.add(request, body)
            return
        }
        try await keepPace(exchange)
        let connection = try await connection(exchange.connection)
        let frame =
            signer?.frame(index, exchange, body: body)
            ?? RequestTranslation.frame(request, body: body, rules: rules, state: state)
        let reply = connection.send(
            frame, correlationId: request.correlationId, patience: .milliseconds(options.patience + recordedWait(index))
        )
        if exchange.response != nil { replies[index] = reply }
    }

    /// What the answer took in the recording, in milliseconds.
    private func recordedWait(_ index: Int) -> Int64 {
        let exchange = recording.exchanges[index]
        return max(exchange.answeredAt - exchange.sentAt, 0) / 1000
    }

    private mutating func keepPace(_ exchange: Recording.Exchange) async throws {
        defer { lastSent = (exchange.connection, exchange.sentAt) }
        if options.keepsTime {
            return try await Task.sleep(until: start + .microseconds(exchange.sentAt), clock: .continuous)
        }
        guard let lastSent, lastSent.connection != exchange.connection else { return }
        let gap = min(max(exchange.sentAt - lastSent.at, 0) / 1000, Self.settling)
        if gap > 0 { try await Task.sleep(for: .milliseconds(gap)) }
    }

    /// The connection that stands for a recorded one; a new one if the target has closed it.
    private mutating func connection(_ number: Int) async throws -> FrameConnection {
        if let known = connections[number], known.isOpen { return known }
        let opened = try await FrameConnection.open(target)
        connections[number] = opened
        return opened
    }

    private mutating func receive(_ index: Int) async throws {
        let exchange = recording.exchanges[index]
        guard let recordedBytes = exchange.response else { return }
        if let note = unserved[index] { return add(exchange, index, .notServed, note: note) }
        guard let reply = replies.removeValue(forKey: index) else { return }
        let recorded: JSONValue
        do {
            recorded = try MessageForm.response(recordedBytes, to: exchange.request)
        } catch {
            let difference = Difference("", expected: "an answer that can be read", got: "\(error) in the recording")
            return add(exchange, index, .wrong, [difference])
        }
        suspects.note(recorded)
        switch try await reply.get() {
        case .frame(let bytes):
            judge(exchange, index, recorded, bytes)
        case .closed:
            fail(exchange, index, recorded, "the connection was closed")
        case .nothing:
            fail(exchange, index, recorded, "no answer in time")
        }
    }

    private mutating func judge(
        _ exchange: Recording.Exchange, _ index: Int, _ recorded: JSONValue, _ bytes: ByteBuffer
    ) {
        let request = exchange.request
        guard let got = try? MessageForm.response(bytes, to: request) else {
            return fail(exchange, index, recorded, "\(bytes.readableBytes) bytes that are no such answer")
        }
        var comparison = MessageComparison(
            rules: rules.comparisons(request.api, request.version), state: state, request: bodies[index])
        comparison.compare(recorded: recorded, got: got)
        state = comparison.state
        var differences = comparison.differences
        if let difference = signer?.receive(index, connection: exchange.connection, answer: got) {
            differences.append(difference)
        }
        if differences.isEmpty { return add(exchange, index, .asRecorded) }
        if differences.allSatisfy({ $0.toleratedBecause != nil }) {
            return add(exchange, index, .tolerated, differences)
        }
        if let cause = suspects.cause([bodies[index], recorded, got]) {
            return add(exchange, index, .notServed, differences, note: "follows from \(cause), which was not played")
        }
        add(exchange, index, .wrong, differences)
    }

    private mutating func fail(
        _ exchange: Recording.Exchange, _ index: Int, _ recorded: JSONValue, _ what: String
    ) {
        let difference = Difference("", expected: recorded.text, got: what)
        if let cause = suspects.cause([bodies[index], recorded]) {
            return add(exchange, index, .notServed, [difference], note: "follows from \(cause), which was not played")
        }
        add(exchange, index, .wrong, [difference])
    }

    private mutating func add(
        _ exchange: Recording.Exchange, _ index: Int, _ outcome: ReplayOutcome, _ differences: [Difference] = [],
        note: String = ""
    ) {
        results.append(
            ExchangeResult(
                name: "\(index)", connection: exchange.connection, api: exchange.request.api.name,
                version: exchange.request.version, outcome: outcome, differences: differences, note: note))
    }
}

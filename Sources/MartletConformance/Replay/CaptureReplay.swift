import KafkaClient
import KafkaProtocol

/// Replays one capture: against a broker that is there, or a fresh one in the state that the session found.
public struct CaptureReplay: Sendable {
    private let session: SessionDescription
    private let frames: [CapturedFrame]
    private let rules: ReplayRules
    private let options: ReplayOptions

    /// Takes a capture's frames and what is known of its session.
    public init(_ session: SessionDescription, frames: [CapturedFrame], rules: ReplayRules, options: ReplayOptions) {
        self.session = session
        self.frames = frames
        self.rules = rules
        self.options = options
    }

    /// Plays it against a broker as it is. A capture with logins of its own does those; any other one goes through
    /// connections that log in as the target's security says.
    public func run(against target: TargetAddress) async -> CaptureResult {
        await run(against: target, options)
    }

    private func run(against target: TargetAddress, _ options: ReplayOptions) async -> CaptureResult {
        let start = ContinuousClock.now
        let recording = Recording(frames)
        var target = target
        if recording.exchanges.contains(where: { $0.request.api == .saslHandshake }) {
            target.security = target.security.withoutLogin
        }
        var run = ReplayRun(
            recording, target: target, rules: rules, options: options, unprepared: session.topicsOfTransactions)
        var result = CaptureResult(session: session)
        if options.credentials != nil {
            result.notes += SaslPlan(recording).bareConnections.map {
                "the SASL tokens of connection \($0) have no headers (SaslHandshake version 0) and are not sent"
            }
        }
        do {
            result.results = try await run.run()
        } catch {
            result.failure = "\(error)"
        }
        result.seconds = (ContinuousClock.now - start) / .seconds(1)
        return result
    }

    /// Starts a broker, brings it into the state that the session found, and plays the capture against it.
    public func runFresh(_ program: BrokerProgram = BrokerProgram()) async -> CaptureResult {
        let broker: BrokerProcess
        do {
            broker = try await BrokerProcess.start(program, session.properties, users: session.users)
        } catch {
            return CaptureResult(session: session, failure: "\(error)")
        }
        var result: CaptureResult
        do {
            let calls = try await BrokerCalls.open(broker.address)
            try await SessionPreparation(calls: calls).prepare(session, recording: Recording(frames))
            try await session.users?.create(calls)
            calls.connection.close()
            var options = options
            options.credentials = session.users?.all.first ?? options.credentials
            result = await run(against: broker.saslAddress ?? broker.address, options)
        } catch {
            result = CaptureResult(session: session, failure: "\(error)")
        }
        result.notes += session.topicsOfTransactions.map { "the transactions in \($0) could not be made again" }
        result.notes += broker.refused.map { "the broker does not start with \($0)" }
        if let lastWords = await broker.stop() {
            result.failure = "the broker ended: \(lastWords)"
        }
        return result
    }
}

import KafkaMessageJSON
public import NIOCore

/// A list of single requests, mostly bad ones, with the answers of a recorded broker.
public struct BadRequests: Sendable {
    private let steps: [BadRequestStep]
    private let session: SessionDescription
    private let rules: ReplayRules

    /// Reads the list, and what its companion says about the broker: `properties`, `topics` and, in `data`, which
    /// records they held. Throws ``ConformanceError``.
    public init(parsing list: ByteBuffer, about: ByteBuffer, rules: ReplayRules) throws {
        let lines = try JSONLinesCapture.unpacked(list).readableBytesView.split(separator: UInt8(ascii: "\n"))
        steps = try lines.enumerated().map { try BadRequestStep(line: $1, number: $0 + 1) }
        var session = SessionDescription(file: "bad requests")
        do throws(JSONSyntaxError) {
            let json = try JSONValue(parsing: about.readableBytesView)
            session.client = json["broker"]?.stringValue ?? ""
            session.scenario = "single requests, mostly bad ones"
            session.properties = SessionDescription.properties(json["properties"])
            session.topics = FoundTopic.list(json["topics"], data: nil)
            DescribedData.fill(&session.topics, from: json["data"]?.stringValue ?? "")
            session.internalTopics = [("__consumer_offsets", 50)]
        } catch {
            throw ConformanceError.badDocument("what stands beside the bad requests", error.problem)
        }
        self.session = session
        self.rules = rules
    }

    /// Sends the requests to a broker, or to a fresh one if none is given. Topics are made first.
    public func run(against target: TargetAddress?, program: BrokerProgram = BrokerProgram()) async -> CaptureResult {
        var result = CaptureResult(session: session)
        let start = ContinuousClock.now
        do {
            let broker = target == nil ? try await BrokerProcess.start(program, session.properties) : nil
            do {
                result.results = try await play(target ?? broker?.address ?? TargetAddress(host: "", port: 0))
            } catch {
                result.failure = "\(error)"
            }
            if let lastWords = await broker?.stop() { result.failure = "the broker ended: \(lastWords)" }
        } catch {
            result.failure = "\(error)"
        }
        result.seconds = (ContinuousClock.now - start) / .seconds(1)
        return result
    }

    private func play(_ target: TargetAddress) async throws -> [ExchangeResult] {
        let calls = try await BrokerCalls.open(target)
        try await SessionPreparation(calls: calls).prepare(session, recording: nil)
        var run = BadRequestsRun(target: target, offered: calls.offered, rules: rules)
        for step in steps { try await run.play(step) }
        return run.results
    }

    /// What is worth telling about the results: failures in full, the rest in short.
    public static func lines(_ result: CaptureResult, showsTolerated: Bool) -> [String] {
        var lines: [String] = []
        for one in result.results where one.outcome == .wrong || (one.outcome == .tolerated && showsTolerated) {
            lines += TextReport.lines(one)
        }
        let short = result.results.filter { $0.outcome == .notServed || $0.outcome == .tolerated }
        lines += short.map { "  \($0.outcome.rawValue): \($0.name): \($0.note)" }
        return lines + (result.failure.map { ["  failed: \($0)"] } ?? [])
    }

    /// The last line: what is tolerated, by name, counts as passed.
    public static func summary(_ result: CaptureResult) -> String {
        let counts = result.counts
        let failed = counts[.wrong] + (result.failure == nil ? 0 : 1)
        return "\(counts[.asRecorded] + counts[.tolerated]) passed, \(failed) failed, \(counts[.notServed]) not served"
    }
}

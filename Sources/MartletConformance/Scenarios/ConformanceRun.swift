import KafkaProtocol
import KafkaWire

/// Drives a broker through scenarios and malformed requests, and keeps score.
public struct ConformanceRun: Sendable {
    /// What to do besides the scenarios.
    public struct Options: Sendable {
        /// Whether malformed requests are sent as well.
        public var sendsMalformed: Bool
        /// Scenarios at once.
        public var jobs: Int
        /// What the names of the scenarios and of the lists of malformed requests begin with; empty for all.
        public var only: String
        /// What the names of topics and groups begin with; different for each run against the same broker.
        public var prefix: String
        /// Whether the target must answer as the reference does, but for what rules explain, whatever the scenarios
        /// allow; requests without content of every API and version are compared besides. For what only stands in front
        /// of a broker like the reference. Scenarios then run one after the other, so that both brokers see the same.
        public var isExact: Bool

        /// Options from their parts.
        public init(
            sendsMalformed: Bool = true, jobs: Int = 4, only: String = "", prefix: String, isExact: Bool = false
        ) {
            self.isExact = isExact
            self.sendsMalformed = sendsMalformed
            self.jobs = jobs
            self.only = only
            self.prefix = prefix
        }
    }

    private let target: TargetAddress
    private let reference: TargetAddress?
    private let scenarios: [Scenario]
    private let rules: ReplayRules
    private let options: Options

    /// Prepares a run.
    ///
    /// - Parameter reference: a broker whose answers are the right ones; without it the scenarios say what is right.
    public init(
        target: TargetAddress, reference: TargetAddress?, scenarios: [Scenario], rules: ReplayRules, options: Options
    ) {
        self.target = target
        self.reference = reference
        self.scenarios = scenarios
        self.rules = rules
        self.options = options
    }

    /// Runs everything. Throws if a broker cannot be reached at the beginning.
    ///
    /// - Parameter report: is told of each scenario as soon as it has ended.
    public func run(report: @Sendable (CaptureResult) -> Void) async throws -> Scorecard {
        let target = try await ConformanceTarget.open(target)
        var reference: ConformanceTarget?
        if let address = self.reference { reference = try await ConformanceTarget.open(address) }
        let isExact = options.isExact && reference != nil
        let runs = scenarios.filter { $0.name.hasPrefix(options.only) }.map { scenario in
            ScenarioRun(
                scenario: scenario, target: target, reference: reference, rules: rules, prefix: options.prefix,
                isExact: isExact)
        }
        var results: [CaptureResult] = []
        for run in runs where run.scenario.isAlone {
            let result = await run.run()
            report(result)
            results.append(result)
        }
        results += await together(runs.filter { !$0.scenario.isAlone }, jobs: isExact ? 1 : options.jobs, report)
        if isExact, let reference, "sample".hasPrefix(options.only) || options.only.hasPrefix("sample") {
            let samples = await SampleRun(target: target, reference: reference, rules: rules).run()
                .filter { $0.session.file.hasPrefix(options.only) }
            for result in samples { report(result) }
            results += samples
        }
        if options.sendsMalformed {
            let malformed = await MalformedRun(target: target, jobs: options.jobs, prefix: options.only).run()
            for result in malformed { report(result) }
            results += malformed
        }
        return Scorecard(results: results, offered: isExact ? reference?.offered ?? target.offered : target.offered)
    }

    private func together(
        _ runs: [ScenarioRun], jobs: Int, _ report: @Sendable (CaptureResult) -> Void
    ) async -> [CaptureResult] {
        await withTaskGroup(of: CaptureResult.self) { group in
            var rest = runs[...]
            for run in rest.prefix(jobs) { group.addTask { await run.run() } }
            rest = rest.dropFirst(jobs)
            var results: [CaptureResult] = []
            while let result = await group.next() {
                report(result)
                results.append(result)
                if let run = rest.popFirst() { group.addTask { await run.run() } }
            }
            return results.sorted { $0.session.file < $1.session.file }
        }
    }
}

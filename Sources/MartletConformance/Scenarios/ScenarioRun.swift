import KafkaMessageJSON
import KafkaProtocol
import KafkaWire

/// Runs one scenario in each of its versions, against a target and, if there is one, a reference.
struct ScenarioRun: Sendable {
    let scenario: Scenario
    let target: ConformanceTarget
    let reference: ConformanceTarget?
    let rules: ReplayRules
    /// What the names of this run begin with.
    let prefix: String
    /// Whether the reference alone says what is right, as with something that only stands in front of its like.
    var isExact = false

    /// What says which versions there are to go through.
    private var authority: ConformanceTarget { isExact ? reference ?? target : target }

    func run() async -> CaptureResult {
        var session = SessionDescription(file: scenario.name)
        session.scenario = scenario.about
        var result = CaptureResult(session: session)
        let start = ContinuousClock.now
        if let lacking = (scenario.needs + [scenario.api].compactMap(\.self)).first(where: {
            authority.offered[$0] == nil
        }
        ) {
            result.results = [
                ExchangeResult(
                    name: scenario.name, connection: 0, api: lacking.name, version: -1, outcome: .notServed,
                    differences: [], note: "the broker does not offer it")
            ]
            return result
        }
        for version in versions() {
            let (results, failure) = await run(version)
            result.results += results
            if let failure, result.failure == nil {
                result.failure = version.map { "version \($0): \(failure)" } ?? failure
            }
        }
        let elapsed = ContinuousClock.now - start
        result.seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
        return result
    }

    /// The versions to go through: those that are offered, known, and meant.
    private func versions() -> [Int16?] {
        guard let api = scenario.api else { return [nil] }
        guard let offered = authority.offered[api], let known = api.validVersions, offered.overlaps(known),
            offered.clamped(to: known).overlaps(scenario.versions)
        else { return [] }
        return offered.clamped(to: known).clamped(to: scenario.versions).map { $0 }
    }

    private func run(_ version: Int16?) async -> ([ExchangeResult], failure: String?) {
        let prefix = "\(prefix)-\(scenario.name)" + (version.map { "-v\($0)" } ?? "")
        do {
            var expected: [ScenarioAnswer]?
            if let reference {
                var session = ScenarioSession(
                    scenario, version: version, target: reference.address, offered: reference.offered, prefix: prefix)
                expected = try await session.run()
            }
            var session = ScenarioSession(
                scenario, version: version, target: target.address, offered: target.offered, prefix: prefix)
            return (judge(try await session.run(), expected), nil)
        } catch {
            return ([], "the broker could not be reached: \(error)")
        }
    }

    private func judge(_ answers: [ScenarioAnswer], _ reference: [ScenarioAnswer]?) -> [ExchangeResult] {
        var state = TranslationState()
        if isExact, let reference { return exactly(answers, reference, &state) }
        return answers.map { answer in
            let twin = reference?.first { $0.step == answer.step && $0.version == answer.version }
            return verdict(answer, twin, &state)
        }
    }

    private func verdict(
        _ answer: ScenarioAnswer, _ twin: ScenarioAnswer?, _ state: inout TranslationState
    ) -> ExchangeResult {
        var (outcome, differences, note) = (Self.outcome(answer.differences), answer.differences, "")
        if let reason = answer.notServed { (outcome, note) = (.notServed, reason) }
        if !scenario.steps[answer.step].isShared, let twin, let expected = twin.body, let got = answer.body {
            var comparison = MessageComparison(
                rules: rules.comparisons(answer.api, answer.version), state: state, request: twin.request)
            comparison.compare(recorded: expected, got: got)
            state = comparison.state
            let found = comparison.differences
            switch (Self.outcome(found), outcome) {
            case (.asRecorded, .wrong):
                (outcome, note) = (.asRecorded, "the reference does not answer as the scenario says either")
            case (.asRecorded, _): outcome = .asRecorded
            case (.wrong, .wrong): differences += found
            case (.wrong, _):
                (outcome, note) = (.tolerated, "not as the reference, but as the scenario allows")
                differences = found
            default: (outcome, differences) = (.tolerated, found)
            }
        } else if let twin, Self.outcome(twin.differences) == .wrong, outcome == .wrong, twin.body == nil,
            answer.body == nil, twin.differences == answer.differences
        {
            (outcome, note) = (.asRecorded, "the reference does not do as the scenario says either")
        }
        return ExchangeResult(
            name: "step \(answer.step + 1)", connection: 0, api: answer.api.name, version: answer.version,
            outcome: outcome, differences: differences, note: note)
    }

    static func outcome(_ differences: [Difference]) -> ReplayOutcome {
        if differences.isEmpty { return .asRecorded }
        return differences.allSatisfy { $0.toleratedBecause != nil } ? .tolerated : .wrong
    }
}

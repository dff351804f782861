import KafkaMessageJSON
import KafkaProtocol

/// The comparison with a reference that alone says what is right.
extension ScenarioRun {
    /// One result for each answer of the reference, whatever the scenario says about it.
    func exactly(
        _ answers: [ScenarioAnswer], _ twins: [ScenarioAnswer], _ state: inout TranslationState
    ) -> [ExchangeResult] {
        twins.map { twin in
            var (outcome, differences, note) = (ReplayOutcome.wrong, [Difference](), "")
            let answer = answers.first { $0.step == twin.step && $0.api == twin.api }
            switch (twin.body, answer?.body) {
            case (let expected?, let got?):
                var comparison = MessageComparison(
                    rules: rules.comparisons(twin.api, twin.version), state: state, request: twin.request)
                comparison.compare(recorded: expected, got: got)
                state = comparison.state
                differences = comparison.differences
                outcome = Self.outcome(differences)
                if answer?.version != twin.version {
                    differences.append(
                        Difference("version", expected: "\(twin.version)", got: "\(answer?.version ?? -1)"))
                    outcome = .wrong
                }
            case (nil, nil) where answer.map { $0.notServed == nil } == (twin.notServed == nil):
                // Not only that no answer was there to compare, but why.
                if answer?.differences == twin.differences {
                    outcome = .asRecorded
                } else {
                    differences = answer?.differences ?? []
                }
            default:
                differences = [
                    Difference(
                        "", expected: twin.body?.text ?? "no answer", got: answer?.body?.text ?? "no answer")
                ]
            }
            if let reason = answer?.notServed ?? twin.notServed {
                (outcome, note) = (.notServed, reason)
            } else if outcome == .wrong, !target.offered.serves(twin.api, version: twin.version),
                reference?.offered.serves(twin.api, version: twin.version) == true
            {
                (outcome, note) = (.notServed, "the target does not offer the version")
            }
            return ExchangeResult(
                name: "step \(twin.step + 1)", connection: 0, api: twin.api.name, version: twin.version,
                outcome: outcome, differences: differences, note: note)
        }
    }
}

import KafkaMessageJSON
import KafkaProtocol
import KafkaWire
import NIOCore

/// Sends a target and a reference requests without content, of every API at every version that the reference serves,
/// and compares what comes back.
struct SampleRun: Sendable {
    /// What the names of these results begin with.
    static let label = "sample: "

    private static let patience = TimeAmount.seconds(20)
    /// How many elements arrays have, and what that is called.
    private static let kinds = [(0, "empty arrays"), (1, "arrays of one")]

    let target: ConformanceTarget
    let reference: ConformanceTarget
    let rules: ReplayRules

    /// One result for each API. In turn, as some of them change what others tell.
    func run() async -> [CaptureResult] {
        var results: [CaptureResult] = []
        var state = TranslationState()
        for api in ApiKey.all {
            guard let range = reference.offered[api], let known = api.validVersions, range.overlaps(known) else {
                continue
            }
            var result = CaptureResult(session: SessionDescription(file: "sample \(api.name)"))
            for version in range.clamped(to: known) {
                for (elements, kind) in Self.kinds {
                    result.results.append(await compare(api, version, elements, kind, &state))
                }
            }
            results.append(result)
        }
        return results
    }

    private func compare(
        _ api: ApiKey, _ version: Int16, _ elements: Int, _ kind: String, _ state: inout TranslationState
    ) async -> ExchangeResult {
        var (outcome, differences, note) = (ReplayOutcome.wrong, [Difference](), "")
        if !target.offered.serves(api, version: version) {
            (outcome, note) = (.notServed, "the target does not offer the version")
        } else if let sample = SampleRequest(api, version: version, correlationId: 7, elements: elements),
            let request = RequestFrame(sample.frame)
        {
            let (expected, got) = (await answer(reference, request), await answer(target, request))
            if let one = expected.body, let other = got.body {
                var comparison = MessageComparison(
                    rules: rules.comparisons(api, version), state: state, request: MessageForm.request(request))
                comparison.compare(recorded: one, got: other)
                state = comparison.state
                differences = comparison.differences
                outcome = ScenarioRun.outcome(differences)
            } else if expected.text == got.text {
                outcome = .asRecorded
            } else {
                differences = [Difference("", expected: expected.text, got: got.text)]
            }
        } else {
            note = "there is no request of this version"
        }
        return ExchangeResult(
            name: Self.label + kind, connection: 0, api: api.name, version: version, outcome: outcome,
            differences: differences, note: note)
    }

    /// What came, decoded, or in words why nothing did.
    private func answer(_ side: ConformanceTarget, _ request: RequestFrame) async -> (body: JSONValue?, text: String) {
        do {
            let connection = try await FrameConnection.open(side.address)
            defer { connection.close() }
            switch try await connection.send(request.bytes, correlationId: 7, patience: Self.patience).get() {
            case .closed: return (nil, "the connection closed")
            case .nothing: return (nil, "no answer")
            case .frame(let bytes):
                let body = try MessageForm.response(bytes, to: request)
                return (body, body.text)
            }
        } catch {
            return (nil, "failed: \(error)")
        }
    }
}

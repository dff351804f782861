import KafkaMessageJSON
import KafkaProtocol
import KafkaWire
import NIOCore

/// Sends single requests one after the other and judges what happens.
struct BadRequestsRun {
    private static let patience = TimeAmount.seconds(5)
    /// How soon a connection must end that ends after an answer, in milliseconds.
    private static let closing: Int64 = 1000

    private let target: TargetAddress
    private let offered: OfferedVersions
    private let rules: ReplayRules
    private var state = TranslationState()
    private var suspects = SuspectNames()
    private var connection: FrameConnection?
    private var caseName: String?
    private(set) var results: [ExchangeResult] = []

    init(target: TargetAddress, offered: OfferedVersions, rules: ReplayRules) {
        self.target = target
        self.offered = offered
        self.rules = rules
    }

    mutating func play(_ step: BadRequestStep) async throws {
        let request = RequestFrame(step.bytes)
        let body = request.flatMap(MessageForm.request)
        if let why = unserved(step, request, body) {
            if let request { suspects.add(request, body) }
            return add(step, request, .notServed, note: why)
        }
        let connection = try await connection(for: step)
        let frame = request.map { RequestTranslation.frame($0, body: body, rules: rules, state: state) } ?? step.bytes
        let grown = frame.readableBytes - step.bytes.readableBytes
        let reply = try await connection.send(
            frame, length: step.lengthPrefix &+ Int32(clamping: grown), correlationId: request?.correlationId,
            patience: Self.patience
        ).get()
        var differences = judge(step, request, body, reply)
        if step.closesAfterwards, case .frame = reply, try await !closes(connection) {
            differences.append(Difference("", expected: "the connection ends after the answer", got: "it stays"))
        }
        add(step, request, body, differences)
    }

    /// Why a step cannot be answered; nil for one that was not answered by the recorded broker either.
    private func unserved(_ step: BadRequestStep, _ request: RequestFrame?, _ body: JSONValue?) -> String? {
        guard let request, case .frame = step.answer else { return nil }
        if !offered.serves(request.api, version: request.version) {
            return "the target does not offer \(request.api.name) version \(request.version)"
        }
        return rules.missingNeed(of: request, body, offered).map {
            "\($0.reason); the target does not offer \($0.needs)"
        }
    }

    private mutating func connection(for step: BadRequestStep) async throws -> FrameConnection {
        if let connection, caseName == step.caseName, connection.isOpen { return connection }
        connection?.close()
        let opened = try await FrameConnection.open(target)
        (connection, caseName) = (opened, step.caseName)
        return opened
    }

    private mutating func judge(
        _ step: BadRequestStep, _ request: RequestFrame?, _ body: JSONValue?, _ reply: Reply
    ) -> [Difference] {
        switch (step.answer, reply) {
        case (.closed, .closed), (.nothing, .nothing): return []
        case (.frame(let recorded), .frame(let bytes)):
            guard let request, let expected = try? MessageForm.response(recorded, to: request) else {
                return recorded == bytes ? [] : [Difference("", expected: "the same bytes", got: "others")]
            }
            guard let got = try? MessageForm.response(bytes, to: request) else {
                return [
                    Difference("", expected: expected.text, got: "\(bytes.readableBytes) bytes that are no such answer")
                ]
            }
            var comparison = MessageComparison(
                rules: rules.comparisons(request.api, request.version), state: state, request: body)
            comparison.compare(recorded: expected, got: got)
            state = comparison.state
            return comparison.differences
        default:
            return [Difference("", expected: Self.text(step.answer, request), got: Self.text(reply, request))]
        }
    }

    private static func text(_ answer: BadRequestStep.Answer, _ request: RequestFrame?) -> String {
        switch answer {
        case .frame(let bytes): text(Reply.frame(bytes), request)
        case .closed: text(Reply.closed, request)
        case .nothing: text(Reply.nothing, request)
        }
    }

    private static func text(_ reply: Reply, _ request: RequestFrame?) -> String {
        switch reply {
        case .frame(let bytes):
            request.flatMap { try? MessageForm.response(bytes, to: $0).text } ?? "\(bytes.readableBytes) bytes"
        case .closed: "the connection was closed"
        case .nothing: "no answer"
        }
    }

    private func closes(_ connection: FrameConnection) async throws -> Bool {
        for _ in 0..<Self.closing / 10 {
            if !connection.isOpen { return true }
            try await Task.sleep(for: .milliseconds(10))
        }
        return false
    }

    private mutating func add(
        _ step: BadRequestStep, _ request: RequestFrame?, _ body: JSONValue?, _ differences: [Difference]
    ) {
        guard differences.contains(where: { $0.toleratedBecause == nil }) else {
            let reasons = differences.compactMap(\.toleratedBecause)
            return add(
                step, request, reasons.isEmpty ? .asRecorded : .tolerated, differences, note: reasons.first ?? "")
        }
        if let reason = rules.badRequests[step.name] {
            return add(step, request, .tolerated, differences, note: reason)
        }
        if let cause = suspects.cause([body]) {
            return add(step, request, .notServed, differences, note: "follows from \(cause), which was not sent")
        }
        add(step, request, .wrong, differences)
    }

    private mutating func add(
        _ step: BadRequestStep, _ request: RequestFrame?, _ outcome: ReplayOutcome, _ differences: [Difference] = [],
        note: String = ""
    ) {
        results.append(
            ExchangeResult(
                name: step.name, connection: 1, api: request?.api.name ?? "none", version: request?.version ?? -1,
                outcome: outcome, differences: differences, note: note))
    }
}

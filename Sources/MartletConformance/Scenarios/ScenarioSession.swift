import KafkaMessageJSON
import KafkaProtocol
import KafkaWire
import NIOCore

/// Carries out a scenario against one broker.
struct ScenarioSession {
    /// How long an answer may take, in seconds.
    private static let patience = TimeAmount.seconds(20)
    /// How long it is watched that nothing comes.
    private static let silence = TimeAmount.milliseconds(250)
    /// How often a request is repeated, and how long it waits in between, in milliseconds.
    private static let (attempts, pause) = (100, Int64(100))

    private struct Waiting {
        let step: Int
        let frame: RequestFrame
        let request: JSONValue
        let reply: EventLoopFuture<Reply>
    }

    private let scenario: Scenario
    private let target: TargetAddress
    private let offered: OfferedVersions
    /// The version of the scenario's API.
    private let version: Int16?
    private var values: ScenarioValues
    private var connections: [String: FrameConnection] = [:]
    private var waiting: [String: Waiting] = [:]
    private var lastCorrelationId: Int32 = 100
    private var answers: [ScenarioAnswer] = []

    init(_ scenario: Scenario, version: Int16?, target: TargetAddress, offered: OfferedVersions, prefix: String) {
        self.scenario = scenario
        self.version = version
        self.target = target
        self.offered = offered
        values = ScenarioValues(prefix: prefix)
        values.set("zeroId", "AAAAAAAAAAAAAAAAAAAAAA")
        if let version { values.set("version", .integer(Int64(version))) }
    }

    /// What came back in each step; it ends early where a step cannot be carried out.
    mutating func run() async throws -> [ScenarioAnswer] {
        defer { for connection in connections.values { connection.close() } }
        for (index, step) in scenario.steps.enumerated() {
            if let version, !step.only.contains(version) { continue }
            switch step.action {
            case .call(let api, let request, let name):
                guard try await call(api, request, name, step, index) else { return answers }
            case .await(let name):
                guard let found = waiting.removeValue(forKey: name) else { continue }
                answers.append(try await answer(to: found, step))
            case .pause(let milliseconds):
                try await Task.sleep(for: .milliseconds(milliseconds))
            case .close:
                connections.removeValue(forKey: step.connection)?.close()
            }
        }
        return answers
    }

    /// False if the scenario cannot go on.
    private mutating func call(
        _ api: ApiKey, _ request: JSONValue, _ name: String?, _ step: ScenarioStep, _ index: Int
    ) async throws -> Bool {
        guard let version = chosenVersion(api, step) else {
            fail(index, api, step.version ?? -1, notServed: "the broker does not offer \(api.name)")
            return false
        }
        for attempt in 1...Self.attempts {
            let sent: Waiting
            do {
                sent = try await send(api, version, request, step, index)
            } catch let error as ScenarioError {
                fail(index, api, version, error)
                return false
            }
            if let name {
                waiting[name] = sent
                return true
            }
            let answer = try await answer(to: sent, step)
            let isGood = answer.differences.allSatisfy { $0.toleratedBecause != nil }
            if isGood || !step.isRepeated || attempt == Self.attempts {
                answers.append(answer)
                return true
            }
            try await Task.sleep(for: .milliseconds(Self.pause))
        }
        return true
    }

    private func chosenVersion(_ api: ApiKey, _ step: ScenarioStep) -> Int16? {
        if let fixed = step.version { return fixed }
        guard let range = offered[api], let known = api.validVersions, range.overlaps(known) else { return nil }
        if api == scenario.api, let version { return version }
        return min(range.upperBound, known.upperBound)
    }

    private mutating func send(
        _ api: ApiKey, _ version: Int16, _ request: JSONValue, _ step: ScenarioStep, _ index: Int
    ) async throws -> Waiting {
        guard let type = MessageType(api: api, kind: .request) else { throw ScenarioError.noRequest("unknown API") }
        let json = try values.resolve(request, version: version, fields: type.fields)
        lastCorrelationId += 1
        var frame = ByteBuffer()
        do {
            let header = RequestHeader(
                requestApiKey: api.rawValue, requestApiVersion: version, correlationId: lastCorrelationId,
                clientId: step.clientId)
            try frame.writeMessage(header, version: api.requestHeaderVersion(version))
            frame.writeImmutableBuffer(try type.encode(json, version: version))
        } catch {
            throw ScenarioError.noRequest("\(error)")
        }
        guard let request = RequestFrame(frame) else { throw ScenarioError.noRequest("too short") }
        let connection = try await connection(step.connection)
        let patience = if case .nothing = step.expectation { Self.silence } else { Self.patience }
        return Waiting(
            step: index, frame: request, request: json,
            reply: connection.send(frame, correlationId: nil, patience: patience))
    }

    private mutating func connection(_ name: String) async throws -> FrameConnection {
        if let known = connections[name], known.isOpen { return known }
        let opened = try await FrameConnection.open(target)
        connections[name] = opened
        return opened
    }

    private mutating func answer(to sent: Waiting, _ step: ScenarioStep) async throws -> ScenarioAnswer {
        let reply = try await sent.reply.get()
        var body: JSONValue?
        var differences: [Difference] = []
        switch (step.expectation, reply) {
        case (.closed, .closed), (.nothing, .nothing): break
        case (.answer(let fields), .frame(let bytes)):
            (body, differences) = judge(bytes, sent, fields)
        default:
            differences = [
                Difference("", expected: Self.text(step.expectation), got: Self.text(reply, sent.frame))
            ]
        }
        if case .nothing = step.expectation { connections.removeValue(forKey: step.connection)?.close() }
        if let body {
            for capture in step.captures {
                if let value = body.value(at: capture.place) { values.set(capture.name, value) }
            }
        }
        return ScenarioAnswer(
            step: sent.step, api: sent.frame.api, version: sent.frame.version, request: sent.request, body: body,
            differences: differences, notServed: nil)
    }

    private func judge(
        _ bytes: ByteBuffer, _ sent: Waiting, _ fields: JSONValue
    ) -> (JSONValue?, [Difference]) {
        let id = bytes.getInteger(at: bytes.readerIndex, as: Int32.self) ?? -1
        if id != sent.frame.correlationId {
            return (nil, [Difference("correlationId", expected: "\(sent.frame.correlationId)", got: "\(id)")])
        }
        let body: JSONValue
        do {
            body = try MessageForm.response(bytes, to: sent.frame)
        } catch {
            return (nil, [Difference("", expected: "an answer of this version", got: "bytes that are none: \(error)")])
        }
        let type = MessageType(api: sent.frame.api, kind: .response)
        do {
            let expected = try values.resolve(fields, version: sent.frame.version, fields: type?.fields ?? [])
            var match = AnswerMatch()
            match.match(expected, body)
            return (body, match.differences)
        } catch {
            return (body, [Difference("", expected: "a scenario that makes sense", got: "\(error)")])
        }
    }

    private mutating func fail(
        _ index: Int, _ api: ApiKey, _ version: Int16, _ error: ScenarioError? = nil, notServed: String? = nil
    ) {
        let differences = error.map { [Difference("", expected: "a request that can be sent", got: "\($0)")] } ?? []
        answers.append(
            ScenarioAnswer(
                step: index, api: api, version: version, request: nil, body: nil, differences: differences,
                notServed: notServed))
    }

    private static func text(_ expectation: ScenarioStep.Expectation) -> String {
        switch expectation {
        case .answer: "an answer"
        case .closed: "the connection closed"
        case .nothing: "no answer"
        }
    }

    private static func text(_ reply: Reply, _ frame: RequestFrame) -> String {
        switch reply {
        case .closed: "the connection was closed"
        case .nothing: "no answer in time"
        case .frame(let bytes): (try? MessageForm.response(bytes, to: frame))?.text ?? "\(bytes.readableBytes) bytes"
        }
    }
}

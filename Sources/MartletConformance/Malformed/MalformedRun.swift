import KafkaProtocol
import KafkaWire
import NIOCore

/// Sends a broker what it cannot read: each must end the connection, and nothing else.
struct MalformedRun: Sendable {
    /// What the names of these results begin with.
    static let label = "malformed: "

    private static let patience = TimeAmount.seconds(5)
    /// Faults of one kind that are told one by one.
    private static let mostTold = 5
    /// A broker that leaves as many connections open, and with that costs as many waits, is asked no further.
    private static let mostLeftOpen = 2

    private static let open = "the connection stayed open"
    private static let givenUp = "not sent, as the broker had left other connections open"

    let target: ConformanceTarget
    /// APIs at once.
    let jobs: Int
    /// What the names of the parts to do begin with.
    let prefix: String

    func run() async -> [CaptureResult] {
        let served = ApiKey.all.filter { Self.name($0.name).hasPrefix(prefix) }
            .compactMap { api in target.offered[api].map { (api, $0) } }
        let perApi = await withTaskGroup(of: CaptureResult.self) { group in
            var rest = served[...]
            for (api, range) in rest.prefix(jobs) { group.addTask { await run(api, range) } }
            rest = rest.dropFirst(jobs)
            var results: [CaptureResult] = []
            while let result = await group.next() {
                results.append(result)
                if let (api, range) = rest.popFirst() { group.addTask { await run(api, range) } }
            }
            return results.sorted { $0.session.file < $1.session.file }
        }
        return Self.name("connections").hasPrefix(prefix) ? [await runConnections()] + perApi : perApi
    }

    private static func name(_ part: String) -> String { "malformed \(part)" }

    private func run(_ api: ApiKey, _ range: ClosedRange<Int16>) async -> CaptureResult {
        var result = CaptureResult(session: SessionDescription(file: Self.name(api.name)))
        let known = api.validVersions.map { range.overlaps($0) ? Array(range.clamped(to: $0)) : [] } ?? []
        for version in known {
            result.results += await judge(MalformedCase.all(api, version: version), api.name, version)
            if let trailing = await answersTrailing(api, version) { result.results.append(trailing) }
        }
        result.results += await judge(
            ConnectionCase.unknownVersions(api, range), api.name, range.upperBound)
        await checkAlive(&result, api.name)
        return result
    }

    private func runConnections() async -> CaptureResult {
        var result = CaptureResult(session: SessionDescription(file: Self.name("connections")))
        result.results = await judge(ConnectionCase.all(target.offered), "connections", -1)
        result.results += await ConnectionChecks(target: target.address).run()
        await checkAlive(&result, "connections")
        return result
    }

    /// One result for each kind of fault, as there are thousands of requests.
    private func judge(_ cases: [MalformedCase], _ api: String, _ version: Int16) async -> [ExchangeResult] {
        var kinds: [String] = []
        var differences: [String: [Difference]] = [:]
        var leftOpen = 0
        for one in cases {
            if differences[one.kind] == nil {
                kinds.append(one.kind)
                differences[one.kind] = []
            }
            if leftOpen >= Self.mostLeftOpen {
                if differences[one.kind]?.isEmpty == true {
                    differences[one.kind] = [
                        Difference(one.detail, expected: "the connection closed", got: Self.givenUp)
                    ]
                }
                continue
            }
            guard let got = await send(one) else { continue }
            if got == Self.open { leftOpen += 1 }
            guard differences[one.kind]?.count ?? 0 < Self.mostTold else { continue }
            differences[one.kind]?.append(Difference(one.detail, expected: "the connection closed", got: got))
        }
        return kinds.map { kind in
            let found = differences[kind] ?? []
            return ExchangeResult(
                name: Self.label + kind, connection: 0, api: api, version: version,
                outcome: found.isEmpty ? .asRecorded : .wrong, differences: found, note: "")
        }
    }

    /// What happened instead of a closed connection; nil if it was closed.
    private func send(_ one: MalformedCase) async -> String? {
        do {
            let connection = try await FrameConnection.open(target.address)
            defer { connection.close() }
            let reply = try await connection.send(
                one.frame, length: one.length, correlationId: nil, patience: Self.patience
            ).get()
            switch reply {
            case .closed: return nil
            case .frame(let bytes): return "an answer of \(bytes.readableBytes) bytes"
            case .nothing: return Self.open
            }
        } catch {
            return "no connection: \(error)"
        }
    }

    /// Kafka does not mind bytes behind a request's end. Only what changes nothing is asked so.
    private func answersTrailing(_ api: ApiKey, _ version: Int16) async -> ExchangeResult? {
        let changing: Set<ApiKey> = [.unregisterBroker, .updateFeatures, .initProducerId]
        guard !changing.contains(api), api.kafka43Versions?.contains(version) == true,
            let sample = SampleRequest(api, version: version, correlationId: 77, elements: 0)
        else { return nil }
        var frame = sample.frame
        frame.writeBytes([1, 2, 3])
        var got: String?
        if let connection = try? await FrameConnection.open(target.address) {
            defer { connection.close() }
            let reply = try? await connection.send(frame, correlationId: nil, patience: Self.patience).get()
            if case .frame(let bytes)? = reply, let request = RequestFrame(sample.frame) {
                do {
                    _ = try MessageForm.response(bytes, to: request)
                } catch {
                    got = "bytes that are no answer of this version: \(error)"
                }
            } else {
                got = "no answer"
            }
        }
        return ExchangeResult(
            name: Self.label + "bytes behind the end", connection: 0, api: api.name, version: version,
            outcome: got == nil ? .asRecorded : .wrong,
            differences: got.map { [Difference("", expected: "an answer", got: $0)] } ?? [], note: "")
    }

    private func checkAlive(_ result: inout CaptureResult, _ api: String) async {
        do {
            let calls = try await BrokerCalls.open(target.address)
            calls.connection.close()
        } catch {
            result.failure = "the broker does not serve any more: \(error)"
        }
    }
}

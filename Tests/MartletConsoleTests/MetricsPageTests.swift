import Foundation
import KafkaBroker
import KafkaClient
import KafkaConfiguration
import KafkaProtocol
import KafkaProxy
import KafkaServer
import KafkaWire
import Logging
import MartletConsole
import NIOCore
import Testing

/// What a broker and a proxy before it export, held against the page about it and against what a client did.
@Suite struct MetricsPageTests {
    private static let logger = Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() }

    /// A row of a table: name, kind and labels.
    private struct Row: Hashable, CustomStringConvertible {
        var name: String
        var kind: String
        var labels: [String]

        var description: String { "\(name) (\(kind)) \(labels)" }
    }

    private static func page() throws -> Set<Row> {
        let root = #filePath.split(separator: "/").dropLast(3).map { "/\($0)" }.joined()
        let text = try String(contentsOfFile: root + "/docs/metrics.md", encoding: .utf8)
        let rows = text.split(separator: "\n").filter { $0.hasPrefix("| `martlet_") }.map { line in
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            return Row(
                name: cells[0].trimmingCharacters(in: ["`"]), kind: cells[1],
                labels: cells[2].split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) })
        }
        #expect(Set(rows).count == rows.count, "a number stands there twice")
        return Set(rows)
    }

    private func withBrokerAndProxy(
        _ body: (RunningBroker, RunningProxy, KafkaConnection) async throws -> Void
    ) async throws {
        let directory = NSTemporaryDirectory() + "martlet-metrics-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let broker = try await RunningBroker.start(
            configuration: try BrokerConfiguration.load(
                properties: """
                    node.id=7
                    log.dirs=\(directory)
                    listeners=PLAINTEXT://127.0.0.1:0
                    offsets.topic.num.partitions=1
                    """), logger: Self.logger)
        let proxy = try await RunningProxy.start(
            configuration: try BrokerConfiguration.load(
                properties: """
                    martlet.engine=upstream
                    martlet.proxy.upstream.servers=127.0.0.1:\(Self.port(broker.listeners))
                    listeners=PLAINTEXT://127.0.0.1:0
                    """), logger: Self.logger)
        do {
            let connection = try await KafkaConnection.connect(
                to: BrokerAddress(host: "127.0.0.1", port: Self.port(proxy.listeners)),
                configuration: ClientConfiguration(clientId: "tests"))
            try await body(broker, proxy, connection)
            connection.close()
        } catch {
            await proxy.stop()
            await broker.stop()
            throw error
        }
        await proxy.stop()
        await broker.stop()
    }

    private static func port(_ listeners: [String]) -> Int {
        listeners.first.flatMap { $0.split(separator: ":").last }.flatMap { Int($0) } ?? 0
    }

    private func value(_ families: [MetricFamily], _ name: String, _ labels: String...) -> Int64? {
        let sample = families.first { $0.definition.name == name }?.samples.first { $0.labels == labels }
        switch sample?.value {
        case .integer(let number)?: return number
        case .histogram(let histogram)?: return Int64(clamping: histogram.count)
        default: return nil
        }
    }

    @Test func thePageListsWhatIsExportedAndNothingElse() async throws {
        try await withBrokerAndProxy { broker, proxy, _ in
            let status = ConsoleStatus(process: ProcessMetrics(version: "1", engine: "broker"))
            let families = await broker.metrics() + proxy.metrics() + status.metrics()
            let exported = Set(
                families.map {
                    Row(name: $0.definition.name, kind: $0.definition.kind.rawValue, labels: $0.definition.labels)
                })
            let listed = try Self.page()
            #expect(exported.subtracting(listed).isEmpty, "docs/metrics.md lacks them, or has them otherwise")
            #expect(listed.subtracting(exported).isEmpty, "nothing exports them")
            for family in families {
                #expect(family.samples.allSatisfy { $0.labels.count == family.definition.labels.count })
            }
        }
    }

    @Test func requestsAreCountedOnBothSides() async throws {
        try await withBrokerAndProxy { broker, proxy, connection in
            let before = await broker.metrics()
            let known = value(before, "martlet_requests_total", "Metadata") ?? 0
            for _ in 0..<3 { _ = try await connection.send(MetadataRequest(topics: [])) }
            let (atBroker, atProxy) = await (broker.metrics(), proxy.metrics())
            #expect(value(atBroker, "martlet_requests_total", "Metadata") == known + 3)
            #expect(value(atBroker, "martlet_request_duration_seconds", "Metadata") == known + 3)
            #expect(value(atBroker, "martlet_request_handling_seconds", "Metadata") == known + 3)
            #expect(value(atProxy, "martlet_requests_total", "Metadata") == 3)
            #expect(value(atProxy, "martlet_request_duration_seconds", "Metadata") == 3)
            #expect(value(atProxy, "martlet_connections", "PLAINTEXT") == 1)
            let asked = value(atProxy, "martlet_requests_total", "ApiVersions") ?? 0
            #expect(value(atProxy, "martlet_upstream_requests_total", "", "7") == asked + 3)
            #expect(value(atProxy, "martlet_upstream_answer_seconds", "", "7") == asked + 3)
            #expect(value(atProxy, "martlet_upstream_requests_in_flight", "", "7") == 0)
            #expect(value(atProxy, "martlet_upstream_connections", "", "7") == 1)
            #expect(value(atProxy, "martlet_upstream_reachable", "") == 1)
            let bytes = { value(atProxy, $0, $1) ?? -1 }
            let out = ["ApiVersions", "Metadata"].reduce(0) { $0 + bytes("martlet_request_bytes_total", $1) }
            #expect(value(atProxy, "martlet_upstream_sent_bytes_total", "", "7") == out)
            #expect(bytes("martlet_response_bytes_total", "Metadata") > 0)
        }
    }

    @Test func errorsOfPartitionsAreCountedByName() async throws {
        try await withBrokerAndProxy { broker, _, connection in
            let request = ProduceRequest(
                acks: 1, timeoutMs: 1000,
                topicData: [.init(name: "nowhere", partitionData: [.init(index: 0, records: .empty)])])
            _ = try await connection.send(request)
            let families = await broker.metrics()
            let errors = families.first { $0.definition.name == "martlet_request_errors_total" }?.samples ?? []
            // Newer versions name topics by their ids.
            #expect(errors.map(\.labels) == [["Produce", "UNKNOWN_TOPIC_ID"]])
        }
    }

    @Test func aProxyIsReadyWhileABrokerAnswers() async throws {
        try await withBrokerAndProxy { broker, proxy, _ in
            #expect(await proxy.readiness() == .ready)
            #expect(broker.readiness == .ready)
            await broker.stop()
            #expect(broker.readiness == .notReady("draining"))
            // What was found a moment ago counts for a second.
            var readiness = Readiness.ready
            for _ in 0..<100 where readiness == .ready {
                try await Task.sleep(for: .milliseconds(50))
                readiness = await proxy.readiness()
            }
            #expect(readiness == .notReady("no broker of the cluster answers"))
        }
    }
}

import KafkaLog
import Logging
import Synchronization
import Testing

@testable import KafkaBroker

@Suite struct DiskTroubleTests {
    private final class Lines: Sendable {
        let all = Mutex<[String]>([])
    }

    private struct Handler: LogHandler {
        let lines: Lines
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.info

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            lines.all.withLock { $0.append("\(event.message) more=\(event.metadata?["more"] ?? "")") }
        }
    }

    @Test func aFullDiskIsSaidOnceInTenSeconds() {
        let lines = Lines()
        let trouble = DiskTrouble(logger: Logger(label: "test") { _ in Handler(lines: lines) })
        let full = LogError.storage(DiskError(.write, path: "t-0", code: 28))
        for time in [0, 1, 9_999, 10_000] as [Int64] { trouble.note(full, now: time) }
        trouble.note(.closed, now: 50_000)
        let said = lines.all.withLock { $0 }
        #expect(said.count == 2)
        #expect(said.allSatisfy { $0.hasPrefix("the disk is full") })
        #expect(said.last?.hasSuffix("more=2") == true)
    }
}

import KafkaCoordination
import KafkaProtocol
import KafkaWire
import Logging
import NIOCore
import Synchronization
import Testing

@testable import KafkaServer

@Suite struct AuditLogTests {
    private func entry(_ name: String) -> AuditLog.Entry {
        .init(
            principal: "User:alice", host: "10.0.0.1", operation: .read, resource: AclResource(.topic, name),
            api: .fetch)
    }

    @Test func `refusals are told, grants where somebody wants them`() {
        let lines = Lines()
        let audit = AuditLog(logger: Logger(label: "audit") { _ in lines.handler(.info) })
        audit.refused(entry("t\nu"), isTold: true)
        audit.granted(entry("t"), isTold: true)
        audit.refused(entry("t"), isTold: false)
        #expect(
            lines.all == [
                "info denied api=Fetch host=10.0.0.1 operation=READ principal=User:alice resource=Topic:LITERAL:t?u"
            ])
        let talkative = AuditLog(logger: Logger(label: "audit") { _ in lines.handler(.debug) })
        talkative.granted(entry("t"), isTold: true)
        talkative.granted(entry("t"), isTold: false)
        #expect(lines.all.count == 2)
        #expect(lines.all.last?.hasPrefix("debug allowed") == true)
    }

    @Test func `refusals beyond a number are counted`() {
        let audit = AuditLog(logger: Logger(label: "audit") { _ in SwiftLogNoOpLogHandler() })
        let start = NIODeadline.now()
        for _ in 0..<AuditLog.linesPerWindow { #expect(audit.admit(now: start) == 0) }
        for _ in 0..<7 { #expect(audit.admit(now: start) == nil) }
        #expect(audit.admit(now: start + AuditLog.window + .nanoseconds(1)) == 7)
        #expect(audit.admit(now: start + AuditLog.window + .nanoseconds(2)) == 0)
    }
}

/// What a logger was told, a line each.
private final class Lines: Sendable {
    private let lines = Mutex<[String]>([])

    var all: [String] { lines.withLock { $0 } }

    func handler(_ level: Logger.Level) -> any LogHandler { Handler(lines: self, logLevel: level) }

    fileprivate func add(_ line: String) { lines.withLock { $0.append(line) } }

    private struct Handler: LogHandler {
        let lines: Lines
        var logLevel: Logger.Level
        var metadata: Logger.Metadata = [:]

        init(lines: Lines, logLevel: Logger.Level) {
            self.lines = lines
            self.logLevel = logLevel
        }

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let values = (event.metadata ?? [:]).sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
            lines.add((["\(event.level)", "\(event.message)"] + values).joined(separator: " "))
        }
    }
}

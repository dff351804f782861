import Logging
import Synchronization
import Testing

@testable import KafkaBroker

@Suite struct LogLevelsTests {
    private final class Lines: Sendable {
        let all = Mutex<[String]>([])
    }

    private struct Recorder: LogHandler {
        let lines: Lines
        var metadata: Logger.Metadata = [:]
        var metadataProvider: Logger.MetadataProvider?
        var logLevel = Logger.Level.trace

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) { lines.all.withLock { $0.append("\(event.message)") } }
    }

    @Test func `what is logged follows levels that change`() {
        let lines = Lines()
        let levels = LogLevels(root: .info)
        let base = Logger(label: "martlet") { levels.handler($0, over: Recorder(lines: lines)) }
        let groups = levels.logger("martlet.groups", like: base)
        groups.debug("one")
        base.info("two")
        levels.set(.debug, of: "martlet")
        groups.debug("three")
        levels.set(.error, of: "martlet.groups")
        groups.warning("four")
        base.debug("five")
        levels.set(nil, of: "martlet.groups")
        groups.debug("six")
        levels.set(.critical, of: LogLevels.root)
        levels.set(nil, of: "martlet")
        groups.error("seven")
        levels.set(nil, of: LogLevels.root)
        levels.set(.trace, of: "nobody")
        groups.error("eight")
        #expect(lines.all.withLock { $0 } == ["two", "three", "five", "six"])
        #expect(levels.all.allSatisfy { $0.level == .critical })
    }
}

import KafkaCoordination
import KafkaProtocol
import KafkaWire
import Logging
import NIOCore
import Synchronization

/// One line for each decision of the authorizer: refusals at INFO, grants at DEBUG, what was asked only to find out what
/// a peer may see at TRACE. Refusals, which outsiders can provoke, are held to so many in a while.
final class AuditLog: Sendable {
    /// One decision.
    struct Entry {
        let principal: String
        let host: String
        let operation: AclOperation
        let resource: AclResource
        let api: ApiKey
    }

    /// Lines about refusals that are written within ``window``.
    static let linesPerWindow = 100
    /// How long a window lasts.
    static let window = TimeAmount.seconds(10)

    private struct Window {
        var began: NIODeadline?
        var lines = 0
        var left = 0
    }

    private let refusals = Mutex(Window())
    private let logger: Logger

    init(logger: Logger) {
        self.logger = logger
    }

    /// Whether a line about a grant, or one that nobody asked for, would be written at all: most are not.
    func wants(_ level: Logger.Level) -> Bool { logger.logLevel <= level }

    func granted(_ entry: @autoclosure () -> Entry, isTold: Bool) {
        let level: Logger.Level = isTold ? .debug : .trace
        guard wants(level) else { return }
        write("allowed", entry(), level)
    }

    func refused(_ entry: @autoclosure () -> Entry, isTold: Bool) {
        guard isTold else {
            if wants(.trace) { write("denied", entry(), .trace) }
            return
        }
        guard wants(.info), let left = admit(now: .now()) else { return }
        if left > 0 { logger.info("denials were left out here", metadata: ["count": "\(left)"]) }
        write("denied", entry(), .info)
    }

    /// Nil when the line is to be left out; otherwise how many were since the last one.
    func admit(now: NIODeadline) -> Int? {
        refusals.withLock { window in
            guard let began = window.began, now - began <= Self.window else {
                let left = window.left
                window = Window(began: now, lines: 1)
                return left
            }
            guard window.lines < Self.linesPerWindow else {
                window.left &+= 1
                return nil
            }
            window.lines &+= 1
            return 0
        }
    }

    private func write(_ decision: String, _ entry: Entry, _ level: Logger.Level) {
        logger.log(
            level: level, "\(decision)",
            metadata: [
                "principal": "\(Self.printable(entry.principal))", "operation": "\(entry.operation.name)",
                "resource": "\(entry.resource.type.name):LITERAL:\(Self.printable(entry.resource.name))",
                "host": "\(entry.host)", "api": "\(entry.api.name)",
            ])
    }

    /// Names come from clients: nothing in them may begin another line, or make one without end.
    private static func printable(_ text: String) -> String {
        let limit = 512
        let isPlain = text.utf8.count <= limit && text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
        if isPlain { return text }
        return String(decoding: text.utf8.prefix(limit).map { $0 >= 0x20 && $0 != 0x7F ? $0 : 0x3F }, as: UTF8.self)
    }
}

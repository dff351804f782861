import Logging
import NIOCore
import Synchronization

/// Keeps what outsiders can provoke from filling the log: of each kind, a few lines in a while, then their number.
final class LogLimiter: Sendable {
    /// Lines of one kind that are written within ``window``.
    static let linesPerWindow = 10
    /// How long a window lasts.
    static let window = TimeAmount.seconds(10)

    /// The kinds of lines. Their number bounds what is remembered.
    enum Kind: Hashable, CaseIterable {
        case garbage, foreign, timeout, refused, handshake, limit, upstream, internalError
    }

    private struct Window {
        var began: NIODeadline
        var lines = 0
        var suppressed = 0
    }

    private let windows = Mutex<[Kind: Window]>([:])

    /// Writes the line, unless too many of its kind were written lately.
    func log(_ kind: Kind, _ level: Logger.Level, to logger: Logger, _ line: @autoclosure () -> String) {
        guard let suppressed = admit(kind, now: .now()) else { return }
        if suppressed > 0 {
            logger.log(level: level, "\(suppressed) more lines like the next one were left out")
        }
        logger.log(level: level, "\(line())")
    }

    /// Nil when the line is to be left out; otherwise how many were since the last one.
    func admit(_ kind: Kind, now: NIODeadline) -> Int? {
        windows.withLock { windows in
            var window = windows[kind] ?? Window(began: now)
            defer { windows[kind] = window }
            if now - window.began > Self.window {
                let suppressed = window.suppressed
                window = Window(began: now, lines: 1)
                return suppressed
            }
            guard window.lines < Self.linesPerWindow else {
                window.suppressed &+= 1
                return nil
            }
            window.lines &+= 1
            return 0
        }
    }
}

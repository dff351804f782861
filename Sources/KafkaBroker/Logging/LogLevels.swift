import KafkaServer
public import Logging
import Synchronization

/// The loggers of a broker with their levels, which can change while it runs (KIP-412).
///
/// A logger without a level of its own follows the one above it (`martlet.groups` follows `martlet`, that follows
/// `root`). Asking a logger for its level costs one atomic read.
public final class LogLevels: Sendable {
    /// The logger above all others.
    public static let root = "root"
    /// The parts of the broker that log under names of their own.
    static let names = [
        root, Authorizer.loggerName, "martlet", "martlet.groups", "martlet.log", "martlet.metadata",
        "martlet.network", "martlet.telemetry",
    ]

    private struct State {
        var own: [String: Logger.Level]
        var cells: [String: LogLevelCell]
    }

    private let state: Mutex<State>

    /// - Parameter root: the level that holds where nothing else is said.
    public init(root level: Logger.Level = .info) {
        let cells = Self.names.map { ($0, LogLevelCell(level)) }
        state = Mutex(State(own: [Self.root: level], cells: Dictionary(cells) { $1 }))
    }

    /// Every logger with the level that holds for it, sorted by name.
    public var all: [(name: String, level: Logger.Level)] {
        state.withLock { $0.cells.map { (name: $0.key, level: $0.value.level) } }.sorted { $0.name < $1.name }
    }

    /// Sets a logger's level; nil lets it follow the one above it. What is no logger is left alone.
    public func set(_ level: Logger.Level?, of name: String) {
        state.withLock { state in
            guard state.cells[name] != nil, level != nil || name != Self.root else { return }
            state.own[name] = level
            for (name, cell) in state.cells { cell.level = Self.level(of: name, state.own) }
        }
    }

    /// A handler that lets through what the logger of this name wants. Names that are not known follow the one above.
    public func handler(_ name: String, over base: any LogHandler) -> any LogHandler {
        let cell = state.withLock { state in
            if let cell = state.cells[name] { return cell }
            let cell = LogLevelCell(Self.level(of: name, state.own))
            state.cells[name] = cell
            return cell
        }
        return LeveledLogHandler(base: base, cell: cell)
    }

    /// The logger of a part of the broker, writing where another one writes.
    func logger(_ name: String, like logger: Logger) -> Logger {
        let base = (logger.handler as? LeveledLogHandler)?.base ?? logger.handler
        return Logger(label: name) { handler($0, over: base) }
    }

    private static func level(of name: String, _ own: [String: Logger.Level]) -> Logger.Level {
        var name = name
        while true {
            if let level = own[name] { return level }
            guard let dot = name.lastIndex(of: ".") else { return own[root] ?? .info }
            name = String(name[..<dot])
        }
    }
}

/// A level that many handlers look at.
final class LogLevelCell: Sendable {
    /// Asked for anew, the cases would be a new array each time.
    private static let levels = Logger.Level.allCases

    private let position: Atomic<Int>

    init(_ level: Logger.Level) {
        position = Atomic(Self.position(level))
    }

    var level: Logger.Level {
        get {
            let position = position.load(ordering: .relaxed)
            return Self.levels.indices.contains(position) ? Self.levels[position] : .info
        }
        set { position.store(Self.position(newValue), ordering: .relaxed) }
    }

    private static func position(_ level: Logger.Level) -> Int {
        levels.firstIndex(of: level) ?? 0
    }
}

/// A handler whose level is somewhere else.
struct LeveledLogHandler: LogHandler {
    var base: any LogHandler
    let cell: LogLevelCell

    var logLevel: Logger.Level {
        get { cell.level }
        // A level that code sets on its copy of a logger would outlive what an operator asks for.
        set {}
    }

    var metadata: Logger.Metadata {
        get { base.metadata }
        set { base.metadata = newValue }
    }

    var metadataProvider: Logger.MetadataProvider? {
        get { base.metadataProvider }
        set { base.metadataProvider = newValue }
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { base[metadataKey: key] }
        set { base[metadataKey: key] = newValue }
    }

    func log(event: LogEvent) {
        base.log(event: event)
    }
}

extension Logger.Level {
    /// As Kafka calls it.
    var kafkaName: String {
        switch self {
        case .trace: "TRACE"
        case .debug: "DEBUG"
        case .info, .notice: "INFO"
        case .warning: "WARN"
        case .error: "ERROR"
        case .critical: "FATAL"
        }
    }

    init?(kafkaName: String) {
        switch kafkaName {
        case "TRACE": self = .trace
        case "DEBUG": self = .debug
        case "INFO": self = .info
        case "WARN": self = .warning
        case "ERROR": self = .error
        case "FATAL": self = .critical
        default: return nil
        }
    }
}

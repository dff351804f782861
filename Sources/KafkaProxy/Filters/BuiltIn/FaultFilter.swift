import KafkaConfiguration
import KafkaProtocol
import KafkaWire
import Synchronization

/// Goes wrong as it is told, for tests of applications: holds requests up, answers them with an error, closes their
/// connections or lets them disappear.
final class FaultFilter: ProxyFilter {
    private enum Action {
        case delay(Int64)
        case error(ErrorCode)
        case disconnect
        case blackHole
    }

    private struct State {
        var seen: Int64 = 0
        var hit: Int64 = 0
        var random: SplitMix64
    }

    let interests: [FilterInterest]
    private let action: Action
    private let clients: TopicSelection
    private let probability: Double
    private let skip: Int64
    private let count: Int64
    private let state: Mutex<State>

    init(_ options: FilterOptions) throws(FilterOptionError) {
        interests = try options.apis().map { FilterInterest($0) }
        clients = try options.topics("clients")
        switch options.text("action", default: "delay") {
        case "error":
            let name = options.text("error", default: "UNKNOWN_SERVER_ERROR")
            guard let code = Self.code(named: name) else {
                throw FilterOptionError(option: "error", reason: "\(name) is no error of Kafka's")
            }
            action = .error(code)
        case "disconnect": action = .disconnect
        case "blackhole": action = .blackHole
        default: action = .delay(options.integer("delay.ms", default: 1000))
        }
        let likely = Double(options.text("probability", default: "1.0")) ?? -1
        guard (0...1).contains(likely) else {
            throw FilterOptionError(option: "probability", reason: "must be from 0 to 1")
        }
        probability = likely
        skip = options.integer("skip", default: 0)
        count = options.integer("count", default: -1)
        state = Mutex(State(random: SplitMix64(UInt64(bitPattern: options.integer("seed", default: 0)))))
    }

    private static func code(named name: String) -> ErrorCode? {
        (Int16(-1)...200).map(ErrorCode.init(rawValue:)).first { $0.name == name.uppercased() }
    }

    /// Whether a request is hit. Each that comes is counted, and each takes its number from the generator, so that the
    /// same order of requests is hit the same way.
    private func hits() -> Bool {
        state.withLock { state in
            state.seen &+= 1
            let drawn = state.random.fraction()
            guard state.seen > skip, count < 0 || state.hit < count, drawn < probability else { return false }
            state.hit &+= 1
            return true
        }
    }

    func request(_ request: inout FilteredRequest) -> RequestVerdict {
        guard clients.contains(request.origin.clientId ?? ""), hits() else { return .forward }
        switch action {
        case .delay(let milliseconds):
            request.delayMilliseconds &+= milliseconds
            return .forward
        case .disconnect: return .close("a fault filter disconnects on \(request.apiKey.name)")
        case .blackHole: return .swallow
        case .error(let code):
            guard let answer = ErrorAnswer.make(to: request.message, version: request.apiVersion, code) else {
                return .close("a fault filter has no answer to \(request.apiKey.name) that could tell \(code.name)")
            }
            return .answer(answer)
        }
    }
}

/// Numbers that look random and are the same for the same seed.
struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// From 0 to below 1.
    mutating func fraction() -> Double {
        Double(next() >> 11) / Double(1 << 53)
    }
}

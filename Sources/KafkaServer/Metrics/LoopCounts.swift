import KafkaWire

/// What one event loop counts of requests: plain numbers in memory of its own, indexed by API. Only to be touched on that
/// loop, so that counting takes neither a lock nor an atomic operation; whoever wants the sum visits the loops.
final class LoopCounts {
    /// One place for each API that Kafka may number, and the last for all other numbers.
    private static let places = 128
    /// Errors that are told apart; those beyond are not counted, which bounds what a table of them takes.
    private static let mostErrors = 4096

    /// An error as it was answered to an API's requests.
    struct ErrorPlace: Hashable {
        var place: Int
        var code: Int16
    }

    private let counts: UnsafeMutableBufferPointer<ApiCounts>
    private(set) var errors: [ErrorPlace: UInt64] = [:]

    init() {
        counts = .allocate(capacity: Self.places)
        counts.initialize(repeating: ApiCounts())
    }

    deinit {
        counts.deinitialize()
        counts.deallocate()
    }

    /// Where an API is counted; numbers that no API has share one place.
    @inline(__always)
    static func place(_ apiKey: ApiKey) -> Int {
        min(Int(UInt16(bitPattern: apiKey.rawValue)), places &- 1)
    }

    /// The numbers of an API.
    subscript(_ apiKey: ApiKey) -> ApiCounts {
        @inline(__always) get { counts[Self.place(apiKey)] }
        @inline(__always) _modify { yield &counts[Self.place(apiKey)] }
    }

    /// Counts an error that clients were answered.
    func note(_ error: ErrorCode, of apiKey: ApiKey) {
        let place = ErrorPlace(place: Self.place(apiKey), code: error.rawValue)
        guard errors[place] != nil || errors.count < Self.mostErrors else { return }
        errors[place, default: 0] &+= 1
    }

    /// A copy that may leave the loop.
    var snapshot: RequestCounts {
        RequestCounts(places: Array(counts), errors: errors)
    }
}

/// The counts of one event loop, or the sum of several.
struct RequestCounts: Sendable {
    var places: [ApiCounts] = []
    var errors: [LoopCounts.ErrorPlace: UInt64] = [:]

    mutating func add(_ other: RequestCounts) {
        guard !places.isEmpty else {
            self = other
            return
        }
        for index in places.indices where index < other.places.count { places[index].add(other.places[index]) }
        errors.merge(other.errors) { $0 &+ $1 }
    }
}

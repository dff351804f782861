/// Names of the files of a segment: the base offset in 20 digits, a kind, and perhaps a state of transition.
struct SegmentFileName: Equatable, Sendable {
    enum Kind: String, Sendable, CaseIterable {
        case log
        case offsetIndex = "index"
        case timeIndex = "timeindex"
        case transactionIndex = "txnindex"
        case snapshot
    }

    /// What an interrupted operation left a file as.
    enum Transition: String, Sendable, CaseIterable {
        case deleted, cleaned, swap
    }

    /// Offsets this near the largest one are no offsets: a segment's are sums of its base and 32 bits.
    static let largestBase = Int64.max - (Int64(1) << 32)

    var baseOffset: Int64
    var kind: Kind
    var transition: Transition?

    init(_ baseOffset: Int64, _ kind: Kind, _ transition: Transition? = nil) {
        self.baseOffset = baseOffset
        self.kind = kind
        self.transition = transition
    }

    /// Nil for a name of another form.
    init?(_ name: String) {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2 || parts.count == 3, !parts[0].isEmpty else { return nil }
        guard parts[0].utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
        guard let baseOffset = Int64(parts[0]), let kind = Kind(rawValue: String(parts[1])) else { return nil }
        guard baseOffset <= Self.largestBase else { return nil }
        self.init(baseOffset, kind)
        if parts.count == 3 {
            guard let transition = Transition(rawValue: String(parts[2])) else { return nil }
            self.transition = transition
        }
    }

    var text: String {
        let digits = String(baseOffset)
        let padding = String(repeating: "0", count: max(0, 20 - digits.utf8.count))
        return padding + digits + "." + kind.rawValue + (transition.map { "." + $0.rawValue } ?? "")
    }
}

/// A range of versions, as `3-7`, `4` or `12+` in a specification.
struct VersionRange: Equatable {
    var lower: Int
    /// `Int.max` for a range without an upper end.
    var upper: Int

    init(_ lower: Int, _ upper: Int) {
        self.lower = lower
        self.upper = upper
    }

    /// Nil if the text is not a range.
    init?(_ text: Substring) {
        if text.hasSuffix("+"), let lower = Int(text.dropLast()), lower >= 0 {
            self.init(lower, .max)
            return
        }
        let ends = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let first = ends.first, let lower = Int(first), lower >= 0, ends.count <= 2 else { return nil }
        guard let last = ends.last, let upper = Int(last), upper >= lower else { return nil }
        self.init(lower, upper)
    }

    /// What two ranges share.
    func intersection(_ other: VersionRange?) -> VersionRange? {
        guard let other else { return nil }
        let range = VersionRange(max(lower, other.lower), min(upper, other.upper))
        return range.lower <= range.upper ? range : nil
    }

    func contains(_ version: Int) -> Bool {
        lower <= version && version <= upper
    }

    /// As in a specification.
    var text: String {
        if upper == .max { return "\(lower)+" }
        return lower == upper ? "\(lower)" : "\(lower)-\(upper)"
    }

    /// As a Swift expression; only of a range with an end.
    var swift: String { "\(lower)...\(upper)" }
}

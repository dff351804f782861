/// Notices when most connections have gone, so that memory which they used can be given back to the kernel. A pure value.
struct ConnectionEbb: Sendable {
    /// Fewer than so many that have gone leave nothing behind which is worth the work.
    static let fewest = 256

    private var peak = 0

    /// None were there.
    init() {}

    /// Another connection makes so many: those that come and go between two looks count, too.
    mutating func rose(to count: Int) {
        peak = max(peak, count)
    }

    /// Takes how many connections are open now, each time somebody looks.
    ///
    /// - Returns: whether at most half are left of what there was since it was true last.
    mutating func hasEbbed(to count: Int) -> Bool {
        guard peak &- count >= Self.fewest, count <= peak / 2 else { return false }
        peak = count
        return true
    }
}

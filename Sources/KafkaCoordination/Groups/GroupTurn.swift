/// What every step of a group may look at besides its own state.
struct GroupTurn: Sendable {
    /// Milliseconds since the epoch.
    let now: Int64
    let configuration: GroupCoordinatorConfiguration

    /// The time `delay` milliseconds from now; a negative delay counts as none.
    func after(_ delay: Int32) -> Int64 {
        after(Int64(delay))
    }

    /// The time `delay` milliseconds from now; a negative delay counts as none.
    func after(_ delay: Int64) -> Int64 {
        let (sum, overflow) = now.addingReportingOverflow(max(delay, 0))
        return overflow ? .max : sum
    }
}

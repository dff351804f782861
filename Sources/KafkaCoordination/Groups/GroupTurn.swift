/// What every step of a group may look at besides its own state.
struct GroupTurn: Sendable {
    /// Milliseconds of a clock that never steps: what deadlines are counted by.
    let now: Int64
    /// Milliseconds since the epoch: what is written into records, and what offsets expire by.
    let wall: Int64
    let configuration: GroupCoordinatorConfiguration

    /// The time `delay` milliseconds from now; a negative delay counts as none.
    func after(_ delay: Int32) -> Int64 {
        after(Int64(delay))
    }

    /// The time `delay` milliseconds from now; a negative delay counts as none.
    func after(_ delay: Int64) -> Int64 { Self.sum(now, delay) }

    /// The same on the clock of records.
    func wallAfter(_ delay: Int64) -> Int64 { Self.sum(wall, delay) }

    private static func sum(_ time: Int64, _ delay: Int64) -> Int64 {
        let (sum, overflow) = time.addingReportingOverflow(max(delay, 0))
        return overflow ? .max : sum
    }
}

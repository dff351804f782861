extension Int64 {
    /// The sum, or the largest number where it would be larger: settings that mean "never" are as large as numbers get.
    func saturatingAdding(_ other: Int64) -> Int64 {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? (other < 0 ? .min : .max) : sum
    }
}

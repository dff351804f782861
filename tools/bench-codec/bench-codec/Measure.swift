import CAllocationCount

/// One thing to measure: a name, how many bytes it works on, and the work.
struct Measure {
    let name: String
    /// Bytes that one run reads or writes.
    let bytes: Int
    /// Values in the message, where it is told.
    var fields: Int?
    /// The most allocations per run that are justified are held in a file under this name.
    let countsAllocations: Bool
    /// Runs once; what it gives depends on all that it did.
    let run: () throws -> Int

    init(
        _ name: String, bytes: Int, fields: Int? = nil, countsAllocations: Bool = true, run: @escaping () throws -> Int
    ) {
        self.name = name
        self.bytes = bytes
        self.fields = fields
        self.countsAllocations = countsAllocations
        self.run = run
    }

    /// Allocations of one run, once what is made only the first time is there. The least of a few runs: a buffer that
    /// grows in one of them says nothing about the message.
    func allocations() throws -> Int {
        try consume(run())
        var least = Int.max
        for _ in 0..<5 {
            let before = allocation_count()
            try consume(run())
            least = min(least, Int(truncatingIfNeeded: allocation_count() &- before))
        }
        return least
    }
}

/// Takes a result in a way that the optimiser cannot look through.
@inline(never)
func consume(_ value: Int) {
    withExtendedLifetime(value) {}
}

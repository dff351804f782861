import KafkaRecords

/// What the program measures, and the figures that must not be missed.
enum Bench {
    /// Decoding and encoding of the large Metadata response, as multiples of a bare walk over its bytes.
    static let decodeTarget = 12.0
    static let encodeTarget = 4.0
    /// Validation of batches of 64 KiB, in GB/s, on processors with carry-less multiplication.
    static let validationTarget = 10.0

    /// Times what has `word` in its name and prints the table; how many targets were missed.
    static func all(only word: String = "") throws -> Int {
        let watch = Stopwatch()
        var report = Report()
        print(
            "CRC-32C by \(CRC32C.Implementation.selected); times are the least of the rounds, '!' marks a missed target"
        )
        Report.printHead()
        try metadata(watch, &report, only: word)
        let rest =
            try MessageMeasures.all() + RecordMeasures.validation() + RecordMeasures.reading()
            + RecordMeasures.codecs()
        let wanted = rest.filter { $0.name.contains(word) }
        for (measure, time) in zip(wanted, try watch.nanoseconds(wanted)) {
            try report.line(measure, time, target: target(of: measure, time))
        }
        return report.missed
    }

    private static func metadata(_ watch: Stopwatch, _ report: inout Report, only word: String) throws {
        let measures = try MessageMeasures.metadata()
        guard measures.contains(where: { $0.name.contains(word) }) else { return }
        let times = try watch.nanoseconds(measures)
        for (measure, time) in zip(measures, times) {
            let limit = measure.name.hasSuffix("decode") ? decodeTarget : encodeTarget
            let target = Report.Target(figure: time / times[0], limit: limit, higherIsBetter: false)
            try report.line(measure, time, target: measure.countsAllocations ? target : nil)
        }
    }

    private static func target(of measure: Measure, _ time: Double) -> Report.Target? {
        guard measure.name.hasSuffix("64 KiB: validate"), CRC32C.Implementation.selected != .table else { return nil }
        return .init(figure: Double(measure.bytes) / time, limit: validationTarget, higherIsBetter: true)
    }

    /// Everything of which allocations are held against limits; those of compression are the system libraries' own.
    static func thatAllocate() throws -> [Measure] {
        try MessageMeasures.metadata() + MessageMeasures.all() + RecordMeasures.validation()
            + RecordMeasures.reading()
    }
}

/// Prints lines of the table: what one run costs, and how it stands against its target.
struct Report {
    /// A figure beside what it must not be above, or below.
    struct Target {
        var figure: Double
        var limit: Double
        var higherIsBetter: Bool

        var isMet: Bool { higherIsBetter ? figure >= limit : figure <= limit }
    }

    private(set) var missed = 0

    static func printHead() {
        print(
            "measure".padded(50) + "ns/run".aligned(14) + "ns/field".aligned(10) + "GB/s".aligned(9)
                + "allocations".aligned(13) + "ratio or GB/s, target".aligned(26))
    }

    mutating func line(_ measure: Measure, _ nanoseconds: Double, target: Target?) throws {
        var text = measure.name.padded(50) + nanoseconds.text(1).aligned(14)
        text += (measure.fields.map { (nanoseconds / Double($0)).text(2) } ?? "").aligned(10)
        text += (Double(measure.bytes) / nanoseconds).text(2).aligned(9)
        text += (Allocations.areCounted ? String(try measure.allocations()) : "").aligned(13)
        if let target {
            if !target.isMet { missed += 1 }
            let sign = target.higherIsBetter ? "at least" : "at most"
            text += "\(target.figure.text(2))  \(sign) \(target.limit.text(0))".aligned(26) + (target.isMet ? "" : " !")
        }
        print(text)
    }
}

extension Double {
    /// With so many digits behind the point.
    func text(_ digits: Int) -> String {
        var scale = 1.0
        for _ in 0..<digits { scale *= 10 }
        let value = Int((self * scale).rounded())
        guard digits > 0 else { return String(value) }
        let fraction = String(value % Int(scale))
        return "\(value / Int(scale))." + String(repeating: "0", count: digits - fraction.count) + fraction
    }
}

extension String {
    func padded(_ width: Int) -> String {
        self + String(repeating: " ", count: max(1, width - count))
    }

    func aligned(_ width: Int) -> String {
        String(repeating: " ", count: max(1, width - count)) + self
    }
}

public import KafkaServer

/// Numbers in Prometheus' text format, version 0.0.4.
public struct PrometheusText {
    /// The media type of what is written.
    public static let mediaType = "text/plain; version=0.0.4; charset=utf-8"

    /// What was written so far.
    public private(set) var text = ""

    /// Nothing written.
    public init() {}

    /// Writes families one after the other, those without a value as well: what exists can then be seen from the start.
    public init(_ families: [MetricFamily]) {
        text.reserveCapacity(64 * 1024)
        for family in families { write(family) }
    }

    /// Writes one number with all its values.
    public mutating func write(_ family: MetricFamily) {
        let definition = family.definition
        text += "# HELP \(definition.name) \(Self.escaped(definition.help, quote: false))\n"
        text += "# TYPE \(definition.name) \(definition.kind.rawValue)\n"
        for sample in family.samples {
            let labels = zip(definition.labels, sample.labels).filter { !$0.1.isEmpty }
                .map { "\($0.0)=\"\(Self.escaped($0.1, quote: true))\"" }
            switch sample.value {
            case .integer(let number): line(definition.name, labels, String(number))
            case .real(let number): line(definition.name, labels, Self.text(number))
            case .histogram(let histogram): write(histogram, definition.name, labels)
            }
        }
    }

    private mutating func write(_ histogram: DurationHistogram, _ name: String, _ labels: [String]) {
        let counts = histogram.cumulativeCounts
        for (index, count) in counts.enumerated() {
            let bound =
                index < DurationHistogram.bounds.count
                ? Self.text(Self.seconds(DurationHistogram.bounds[index])) : "+Inf"
            line("\(name)_bucket", labels + ["le=\"\(bound)\""], String(count))
        }
        line("\(name)_sum", labels, Self.text(Self.seconds(histogram.sum)))
        line("\(name)_count", labels, String(counts.last ?? 0))
    }

    private mutating func line(_ name: String, _ labels: [String], _ value: String) {
        text += name
        if !labels.isEmpty { text += "{\(labels.joined(separator: ","))}" }
        text += " \(value)\n"
    }

    private static func seconds(_ nanoseconds: UInt64) -> Double { Double(nanoseconds) / 1_000_000_000 }

    private static func text(_ number: Double) -> String {
        if number.isNaN { return "NaN" }
        if number.isInfinite { return number < 0 ? "-Inf" : "+Inf" }
        return String(describing: number)
    }

    /// Backslashes and line breaks, and in values of labels quotes, as the format wants them.
    private static func escaped(_ text: String, quote: Bool) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\"" where quote: result += "\\\""
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

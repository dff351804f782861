/// What a number is about: one name, with one value for each combination of its labels.
public struct MetricDefinition: Sendable, Equatable {
    /// How its values change.
    public enum Kind: String, Sendable {
        /// Only grows while the process runs.
        case counter
        /// Goes up and down.
        case gauge
        /// Counts durations in buckets.
        case histogram
    }

    /// Lower-case words joined by underscores, with the unit at the end.
    public let name: String
    public let kind: Kind
    /// One sentence without line breaks.
    public let help: String
    /// The names of its labels.
    public let labels: [String]

    /// A number of that name.
    public init(_ name: String, _ kind: Kind, _ help: String, labels: [String] = []) {
        self.name = name
        self.kind = kind
        self.help = help
        self.labels = labels
    }
}

/// A number's values at one moment.
public struct MetricFamily: Sendable {
    /// One value.
    public enum Value: Sendable {
        case integer(Int64)
        case real(Double)
        case histogram(DurationHistogram)

        /// A count.
        public static func count(_ number: UInt64) -> Value { .integer(Int64(clamping: number)) }
    }

    /// A value with the labels that it goes by.
    public struct Sample: Sendable {
        /// In the order of ``MetricDefinition/labels``; an empty one is as good as none.
        public let labels: [String]
        public let value: Value
    }

    public let definition: MetricDefinition
    public private(set) var samples: [Sample] = []

    /// No value yet.
    public init(_ definition: MetricDefinition) {
        self.definition = definition
    }

    /// One value without labels.
    public init(_ definition: MetricDefinition, _ value: Value) {
        self.definition = definition
        samples = [Sample(labels: [], value: value)]
    }

    /// One family for each column, with a value for each row.
    ///
    /// - Parameter rows: what is looked at, with the labels that it goes by.
    public static func table<Row>(
        _ columns: [(definition: MetricDefinition, value: (Row) -> Value)], rows: [(labels: [String], row: Row)]
    ) -> [MetricFamily] {
        columns.map { column in
            var family = MetricFamily(column.definition)
            family.samples = rows.map { Sample(labels: $0.labels, value: column.value($0.row)) }
            return family
        }
    }

    /// Adds a value.
    public mutating func add(_ value: Value, _ labels: String...) {
        samples.append(Sample(labels: labels, value: value))
    }

    /// Adds a count.
    public mutating func add(_ count: UInt64, _ labels: String...) {
        samples.append(Sample(labels: labels, value: .count(count)))
    }
}

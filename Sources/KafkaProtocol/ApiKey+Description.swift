public import KafkaWire

extension ApiKey {
    /// Every known API by ascending number.
    public static var all: [ApiKey] {
        ApiDescription.table.map(\.key)
    }

    /// What is known about the API; nil for an unknown number.
    public var apiDescription: ApiDescription? {
        // Numbers have no gaps so far; the search is for the day on which they have.
        let table = ApiDescription.table
        let index = Int(rawValue)
        if table.indices.contains(index), table[index].key == self {
            return table[index]
        }
        return table.first { $0.key == self }
    }

    /// The name, as in `Fetch`; for an unknown number, the number.
    public var name: String {
        apiDescription?.name ?? String(rawValue)
    }

    /// The versions that we can read and write; nil for an unknown number.
    public var validVersions: ClosedRange<Int16>? {
        apiDescription?.validVersions
    }

    /// What Kafka 4.3 serves; nil for what it removed or what is not known.
    public var kafka43Versions: ClosedRange<Int16>? {
        apiDescription?.kafka43Versions
    }

    /// The version of the header before a request: 2 with tagged fields, 1 without. Only ControlledShutdown 0
    /// has a header without client id.
    public func requestHeaderVersion(_ version: Int16) -> Int16 {
        if self == .controlledShutdown, version == 0 { return 0 }
        return version >= apiDescription?.firstFlexibleRequest ?? .max ? 2 : 1
    }

    /// The version of the header before a response: 1 with tagged fields, 0 without. ApiVersions answers always with 0,
    /// because a client that asks does not yet know what the broker understands (KIP-511).
    public func responseHeaderVersion(_ version: Int16) -> Int16 {
        if self == .apiVersions { return 0 }
        return version >= apiDescription?.firstFlexibleResponse ?? .max ? 1 : 0
    }
}

extension ApiKey: CustomStringConvertible {
    /// The name.
    public var description: String { name }
}

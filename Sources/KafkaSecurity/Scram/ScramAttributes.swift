/// A SCRAM message taken apart: `r=…,s=…,i=…` (RFC 5802, section 5.1).
struct ScramAttributes {
    private var values: [(name: UInt8, value: ArraySlice<UInt8>)] = []

    /// Nil if any part has not the form of an attribute.
    init?(_ message: [UInt8]) {
        for part in message.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
            guard let name = part.first, part.dropFirst().first == UInt8(ascii: "=") else { return nil }
            values.append((name, part.dropFirst(2)))
        }
    }

    /// The value of the attribute at a place, if it is this one: their order is fixed.
    subscript(place: Int, name: Unicode.Scalar) -> ArraySlice<UInt8>? {
        guard values.indices.contains(place), values[place].name == UInt8(ascii: name) else { return nil }
        return values[place].value
    }
}

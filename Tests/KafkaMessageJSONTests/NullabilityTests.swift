import KafkaMessageJSON
import KafkaWire
import Testing

/// Null is taken in exactly those versions of exactly those fields that allow it.
@Suite struct NullabilityTests {
    @Test func nullIsTakenWhereItIsAllowed() throws {
        var counts = (allowed: 0, refused: 0)
        for type in MessageType.all {
            try visit(type.fields, type, { $0 }, &counts)
        }
        #expect(counts.allowed > 200)
        #expect(counts.refused > 1500)
    }

    /// `wrap` puts the JSON of a struct into the one of the message.
    private func visit(
        _ fields: [FieldDescription], _ type: MessageType, _ wrap: @escaping (JSONValue) -> JSONValue,
        _ counts: inout (allowed: Int, refused: Int)
    ) throws {
        for field in fields {
            let json = wrap(.object([.init(field.name, .null)]))
            for version in bounds(field) {
                if field.nullableVersions?.contains(version) == true {
                    // Other fields may have defaults that the version cannot hold; null itself must not be what fails.
                    do {
                        let bytes = try type.encode(json, version: version)
                        let again = try type.encode(type.decode(bytes, version: version), version: version)
                        #expect(again == bytes, "\(type.name) \(version) \(field.name)")
                        counts.allowed += 1
                    } catch MessageJSONError.wire(.notRepresentable), MessageJSONError.missing {
                    } catch {
                        Issue.record("\(type.name) \(version) \(field.name): \(error)")
                    }
                } else {
                    #expect(throws: MessageJSONError.self, "\(type.name) \(version) \(field.name)") {
                        try type.encode(json, version: version)
                    }
                    counts.refused += 1
                }
            }
            let inner: (JSONValue) -> JSONValue = { value in
                wrap(.object([.init(field.name, field.isArray ? .array([value]) : value)]))
            }
            try visit(field.fields, type, inner, &counts)
        }
    }

    /// The first and last version of the field, and those on both sides of where null begins and ends to be allowed.
    private func bounds(_ field: FieldDescription) -> [Int16] {
        var versions: Set<Int16> = [field.versions.lowerBound, field.versions.upperBound]
        if let nullable = field.nullableVersions {
            let (lower, upper) = (nullable.lowerBound, nullable.upperBound)
            versions.formUnion([lower - 1, lower, upper, upper + 1].filter(field.versions.contains))
        }
        return versions.sorted()
    }
}

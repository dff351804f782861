/// A struct with the message around it: the questions about versions that its Swift form raises.
struct StructContext {
    let message: Message
    let structure: Structure

    var isMessage: Bool { structure.name == message.name }

    /// What goes before the codec of a struct within a message. Inlined into the loops over arrays it would be there
    /// twice and make the release build of the module half as slow again, for no speed that could be measured.
    var codecAttribute: String { isMessage ? "" : "@inline(never) " }

    /// The flexible versions among those of the struct.
    var flexible: VersionRange? {
        structure.versions.intersection(message.flexible)
    }

    /// The name of a field in errors.
    func path(_ field: Field) -> String {
        isMessage ? "\(message.name).\(field.name)" : "\(message.name).\(structure.name).\(field.name)"
    }

    /// Fields that travel in order, as opposed to tagged ones.
    var plainFields: [Field] { structure.fields.filter { $0.tag == nil } }

    /// Tagged fields by ascending tag.
    var taggedFields: [Field] {
        structure.fields.filter { $0.tag != nil }.sorted { ($0.tag ?? 0) < ($1.tag ?? 0) }
    }

    /// The argument that says whether a field is in its compact form, for versions known to lie in `known`.
    func flexibleArgument(_ field: Field, known: VersionRange) -> String {
        if field.isInflexible { return "false" }
        switch Condition(message.flexible, known: known) {
        case .always: return "true"
        case .never: return "false"
        case .when: return "flexible"
        }
    }

    /// Runs of neighbouring fields that are there in the same versions.
    var groups: [(versions: VersionRange, fields: [Field])] {
        var groups: [(versions: VersionRange, fields: [Field])] = []
        for field in plainFields {
            if let last = groups.last, last.versions == field.versions {
                groups[groups.count - 1].fields.append(field)
            } else {
                groups.append((field.versions, [field]))
            }
        }
        return groups
    }

    /// The least number of bytes that the element of an array takes, in any of the versions.
    func minimumSize(of element: FieldType, in versions: VersionRange) -> Int {
        (versions.lower...versions.upper).map { size(of: element, at: $0, compact: isFlexible($0)) }.min() ?? 0
    }

    private func isFlexible(_ version: Int) -> Bool {
        message.flexible?.contains(version) ?? false
    }

    private func size(of type: FieldType, at version: Int, compact: Bool) -> Int {
        switch type {
        case .scalar(let scalar): scalar.size
        case .string: compact ? 1 : 2
        case .bytes, .records, .array: compact ? 1 : 4
        case .structure(let name): message.structure(name).map { size(of: $0, at: version) } ?? 0
        }
    }

    private func size(of structure: Structure, at version: Int) -> Int {
        let compact = isFlexible(version)
        var total = compact ? 1 : 0
        for field in structure.fields where field.tag == nil && field.versions.contains(version) {
            if field.type.isStructure, field.nullable != nil {
                total += 1
            } else {
                total += size(of: field.type, at: version, compact: compact && !field.isInflexible)
            }
        }
        return total
    }
}

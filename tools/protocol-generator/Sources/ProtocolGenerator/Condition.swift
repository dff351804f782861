/// When something holds, for a version of which a range is known already.
enum Condition: Equatable {
    case always
    case never
    /// A Swift expression over `version`.
    case when(String)

    /// Whether the version lies in `wanted`.
    init(_ wanted: VersionRange?, known: VersionRange) {
        guard let range = known.intersection(wanted) else {
            self = .never
            return
        }
        switch (range.lower > known.lower, range.upper < known.upper) {
        case (false, false): self = .always
        case (true, false): self = .when("version >= \(range.lower)")
        case (false, true): self = .when("version <= \(range.upper)")
        case (true, true) where range.lower == range.upper: self = .when("version == \(range.lower)")
        case (true, true): self = .when("version >= \(range.lower) && version <= \(range.upper)")
        }
    }

    /// The condition as an expression of type Bool.
    var swift: String {
        switch self {
        case .always: "true"
        case .never: "false"
        case .when(let expression): expression
        }
    }
}

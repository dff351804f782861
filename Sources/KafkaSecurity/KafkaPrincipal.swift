/// Who stands behind a connection, as Kafka names it: `User:alice`.
public struct KafkaPrincipal: Sendable, Hashable, CustomStringConvertible {
    /// The only kind that Kafka's own mechanisms make.
    public static let userType = "User"
    /// A peer that has not said who it is, and was not asked.
    public static let anonymous = KafkaPrincipal("ANONYMOUS")

    /// The kind of principal, `User`.
    public let type: String
    /// The name within its kind: a user's, or a certificate's distinguished name.
    public let name: String
    /// Whether a delegation token spoke for it (KIP-48): such a peer gets no tokens of its own.
    public let isTokenAuthenticated: Bool

    /// A principal of that name.
    public init(_ name: String, type: String = userType, isTokenAuthenticated: Bool = false) {
        self.type = type
        self.name = name
        self.isTokenAuthenticated = isTokenAuthenticated
    }

    /// Equal in every byte: two spellings of a letter are two names, as they are to rules about principals.
    public static func == (one: KafkaPrincipal, other: KafkaPrincipal) -> Bool {
        one.isTokenAuthenticated == other.isTokenAuthenticated && hasSameBytes(one.type, other.type)
            && hasSameBytes(one.name, other.name)
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(type)
        hasher.combine(name)
        hasher.combine(isTokenAuthenticated)
    }

    private static func hasSameBytes(_ one: String, _ other: String) -> Bool {
        let isSame = one.utf8.withContiguousStorageIfAvailable { one in
            other.utf8.withContiguousStorageIfAvailable { other in
                one.count == other.count && one.elementsEqual(other)
            }
        }
        return (isSame ?? nil) ?? one.utf8.elementsEqual(other.utf8)
    }

    /// `User:alice`.
    public var description: String { "\(type):\(name)" }
}

/// Who may do what, as far as the configuration says it; the rest is in the ACLs.
public struct AuthorizationSettings: Sendable, Equatable {
    /// The one authorizer there is, by the name that Kafka's configurations give it.
    public static let standardAuthorizer = "org.apache.kafka.metadata.authorizer.StandardAuthorizer"

    /// `super.users`: principals that may do everything, as `User:alice`.
    public var superUsers: [String]
    /// `allow.everyone.if.no.acl.found`
    public var allowEveryoneIfNoAclFound: Bool

    /// Nil when no authorizer is named, and everything is allowed.
    init?(_ layers: ConfigLayers) {
        guard let name = layers.text("authorizer.class.name")?.trimmed, !name.isEmpty else { return nil }
        superUsers = Self.principals(layers.text("super.users") ?? "")
        allowEveryoneIfNoAclFound = layers.boolean("allow.everyone.if.no.acl.found")
    }

    /// The principals of `super.users`, which semicolons separate: names of certificates have commas in them.
    static func principals(_ text: String) -> [String] {
        text.split(separator: ";").map { String($0).trimmed }.filter { !$0.isEmpty }
    }

    /// Why these values cannot be served, by key.
    static func problems(_ layers: ConfigLayers) -> [(key: String, reason: String)] {
        guard let name = layers.text("authorizer.class.name")?.trimmed, !name.isEmpty else { return [] }
        var problems: [(key: String, reason: String)] = []
        if name == "kafka.security.authorizer.AclAuthorizer" || name == "kafka.security.auth.SimpleAclAuthorizer" {
            problems.append(
                (
                    "authorizer.class.name",
                    "\(name) keeps its ACLs in ZooKeeper, which is not served; write \(standardAuthorizer) and add the "
                        + "ACLs anew (kafka-acls), or leave the key out to allow everyone everything"
                ))
        } else if name != standardAuthorizer {
            problems.append(
                (
                    "authorizer.class.name",
                    "\(name) is a Java class that cannot be run here; it must be \(standardAuthorizer), or be left out "
                        + "to allow everyone everything"
                ))
        }
        for reason in complaints(principals(layers.text("super.users") ?? "")) {
            problems.append(("super.users", reason))
        }
        return problems
    }

    /// What is wrong with principals of `super.users`.
    static func complaints(_ principals: [String]) -> [String] {
        principals.compactMap { principal in
            let parts = principal.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            if parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty { return nil }
            return "must be principals such as User:alice, separated by semicolons; it has \(principal)"
        }
    }
}

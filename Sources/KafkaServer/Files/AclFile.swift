public import KafkaCoordination
import KafkaWire

/// ACLs as a file has them: one a line, in the words in which kafka-acls shows them.
///
///     principal=User:alice permissionType=ALLOW operation=READ resourceType=TOPIC patternType=PREFIXED name=orders- host=*
public enum AclFile {
    /// The ACLs of a text.
    public static func parse(_ text: String) throws(SettingsLine.Problem) -> [AclBinding] {
        var bindings: [AclBinding] = []
        try SettingsLine.read(text) { line throws(SettingsLine.Problem) in bindings.append(try binding(&line)) }
        return bindings
    }

    /// The line of an ACL.
    public static func line(_ binding: AclBinding) -> String {
        let permission = binding.permission == .allow ? "ALLOW" : "DENY"
        let pattern = binding.patternType == .literal ? "LITERAL" : "PREFIXED"
        return "principal=\(SettingsLine.quoted(binding.principal)) permissionType=\(permission) "
            + "operation=\(binding.operation.name) resourceType=\(word(binding.resourceType)) patternType=\(pattern) "
            + "name=\(SettingsLine.quoted(binding.resourceName)) host=\(SettingsLine.quoted(binding.host))"
    }

    private static func binding(_ line: inout SettingsLine) throws(SettingsLine.Problem) -> AclBinding {
        let principal = try line.need("principal")
        guard let colon = principal.firstIndex(of: ":"), colon != principal.startIndex,
            principal.index(after: colon) != principal.endIndex
        else { throw SettingsLine.Problem("principal must be such as User:alice") }
        let type = try one(of: AclResourceType.allCases, try line.need("resourceType"), "resourceType", word)
        let given = line.take("name") ?? (type == .cluster ? AclResource.clusterName : nil)
        guard let name = given else { throw SettingsLine.Problem("name is missing") }
        guard !name.isEmpty else { throw SettingsLine.Problem("name is empty") }
        guard type != .cluster || name == AclResource.clusterName else {
            throw SettingsLine.Problem("the only name of the CLUSTER resource is \(AclResource.clusterName)")
        }
        return AclBinding(
            type, name,
            try one(of: AclPatternType.allCases, line.take("patternType") ?? "LITERAL", "patternType") {
                $0 == .literal ? "LITERAL" : "PREFIXED"
            },
            principal: principal, host: line.take("host") ?? AclBinding.wildcard,
            operation: try one(of: AclOperation.allCases, try line.need("operation"), "operation", \.name),
            permission: try one(of: AclPermission.allCases, line.take("permissionType") ?? "ALLOW", "permissionType") {
                $0 == .allow ? "ALLOW" : "DENY"
            })
    }

    /// In capitals with underscores, as Kafka's tools write it.
    private static func word(_ type: AclResourceType) -> String {
        switch type {
        case .topic: "TOPIC"
        case .group: "GROUP"
        case .cluster: "CLUSTER"
        case .transactionalId: "TRANSACTIONAL_ID"
        case .delegationToken: "DELEGATION_TOKEN"
        case .user: "USER"
        }
    }

    /// Kafka's tools take words in any case, with underscores or without.
    private static func one<Value>(
        of all: [Value], _ text: String, _ key: String, _ name: (Value) -> String
    ) throws(SettingsLine.Problem) -> Value {
        func plain(_ word: String) -> String { word.lowercased().filter { $0 != "_" } }
        guard let value = all.first(where: { plain(name($0)) == plain(text) }) else {
            throw SettingsLine.Problem("\(key) must be one of \(all.map(name).joined(separator: ", "))")
        }
        return value
    }
}

extension Authorizer {
    /// Puts these ACLs into force, and no others.
    public func use(_ bindings: [AclBinding]) {
        var store = acls
        let wanted = Set(bindings)
        for (id, binding) in store.matching(AclFilter()) where !wanted.contains(binding) { store.remove(id) }
        var number: UInt64 = 0
        for binding in wanted where !store.contains(binding) {
            while store.contains(id: Uuid(high: 1, low: number)) { number &+= 1 }
            store.add(Uuid(high: 1, low: number), binding)
        }
        use(store)
    }
}

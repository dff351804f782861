public import KafkaWire

/// What the ACLs say of something that someone wants to do.
public enum AclVerdict: Sendable, Equatable {
    /// One allows it and none denies it.
    case allowed
    /// One denies it, or there are ACLs for the resource and none of them allows it.
    case denied
    /// No ACL is about the resource.
    case noAclFound
}

/// All ACLs of a cluster, in an order in which those about a name are found without looking at the others.
///
/// A pure value that changes only by ``add(_:_:)`` and ``remove(_:)``.
public struct AclStore: Sendable {
    /// The ACLs about resources of one type.
    fileprivate struct Index: Sendable {
        var literal: [String: [AclBinding]] = [:]
        var prefixed: [String: [AclBinding]] = [:]
        /// How many prefixes there are of each length in bytes; there are few lengths, so that a look-up is few steps.
        var prefixLengths: [Int: Int] = [:]
        var sortedLengths: [Int] = []
    }

    private var byId: [Uuid: AclBinding] = [:]
    private var ids: [AclBinding: Uuid] = [:]
    private var indexes: [AclResourceType: Index] = [:]
    /// Another number after every change.
    public private(set) var version = 0

    /// No ACLs.
    public init() {}

    /// How many there are.
    public var count: Int { byId.count }

    /// Whether the very same ACL is there.
    public func contains(_ binding: AclBinding) -> Bool { ids[binding] != nil }

    /// Whether an ACL has that id.
    public func contains(id: Uuid) -> Bool { byId[id] != nil }

    /// The ACLs that a filter looks for, with their ids, in no order.
    public func matching(_ filter: AclFilter) -> [(id: Uuid, binding: AclBinding)] {
        byId.compactMap { filter.matches($0.value) ? ($0.key, $0.value) : nil }
    }

    /// Takes an ACL in; one of the same id makes room for it.
    public mutating func add(_ id: Uuid, _ binding: AclBinding) {
        remove(id)
        version &+= 1
        byId[id] = binding
        ids[binding] = id
        switch binding.patternType {
        case .literal:
            indexes[binding.resourceType, default: Index()].literal[binding.resourceName, default: []].append(binding)
        case .prefixed:
            indexes[binding.resourceType, default: Index()].addPrefixed(binding)
        }
    }

    /// Takes an ACL out, if it is there.
    public mutating func remove(_ id: Uuid) {
        guard let binding = byId.removeValue(forKey: id) else { return }
        version &+= 1
        if ids[binding] == id { ids[binding] = nil }
        indexes[binding.resourceType]?.remove(binding)
    }

    /// What the ACLs say of an operation: a denial wins over everything that allows.
    public func verdict(_ operation: AclOperation, _ resource: AclResource, by peer: AclPeer) -> AclVerdict {
        var isAllowed = false
        var isDenied = false
        var isKnown = false
        forEach(about: resource) { binding in
            isKnown = true
            guard binding.concerns(peer) else { return }
            switch binding.permission {
            case .deny: isDenied = isDenied || binding.operation == operation || binding.operation == .all
            case .allow: isAllowed = isAllowed || binding.operation.allows(operation)
            }
        }
        if isDenied { return .denied }
        if isAllowed { return .allowed }
        return isKnown ? .denied : .noAclFound
    }

    /// Whether a peer may do this to at least one resource of the type (KIP-679): there is a pattern that allows it and
    /// no denial covers all of that pattern.
    public func allowsAny(_ operation: AclOperation, _ type: AclResourceType, by peer: AclPeer) -> Bool {
        guard let index = indexes[type] else { return false }
        var allowed: [AclBinding] = []
        var denied: Set<String> = []
        var deniedPrefixes: [String] = []
        for binding in index.all where binding.concerns(peer) {
            guard binding.operation == operation || binding.operation == .all else { continue }
            switch (binding.permission, binding.patternType) {
            case (.allow, _): allowed.append(binding)
            case (.deny, .literal):
                if binding.resourceName == AclBinding.wildcard { return false }
                denied.insert(binding.resourceName)
            case (.deny, .prefixed): deniedPrefixes.append(binding.resourceName)
            }
        }
        return allowed.contains { binding in
            if binding.patternType == .literal {
                if binding.resourceName == AclBinding.wildcard { return true }
                if denied.contains(binding.resourceName) { return false }
            }
            return !deniedPrefixes.contains { binding.resourceName.utf8.starts(with: $0.utf8) }
        }
    }

    /// What the ACLs say of doing this to every resource of the type, whatever its name: allowed is only what an ACL
    /// on `*` allows and none denies for any name.
    public func verdictOnAll(_ operation: AclOperation, _ type: AclResourceType, by peer: AclPeer) -> AclVerdict {
        guard let bindings = indexes[type]?.all, !bindings.isEmpty else { return .noAclFound }
        var isAllowed = false
        for binding in bindings where binding.concerns(peer) {
            switch (binding.permission, binding.patternType) {
            case (.deny, _):
                if binding.operation == operation || binding.operation == .all { return .denied }
            case (.allow, .literal):
                guard binding.resourceName == AclBinding.wildcard else { continue }
                isAllowed = isAllowed || binding.operation.allows(operation)
            case (.allow, .prefixed): continue
            }
        }
        return isAllowed ? .allowed : .denied
    }

    private func forEach(about resource: AclResource, _ body: (AclBinding) -> Void) {
        guard let index = indexes[resource.type] else { return }
        let name = resource.name
        // A dictionary's own comparison may be laxer than by bytes.
        for binding in index.literal[name] ?? [] where sameBytes(binding.resourceName, name) { body(binding) }
        if name != AclBinding.wildcard {
            for binding in index.literal[AclBinding.wildcard] ?? [] { body(binding) }
        }
        let length = name.utf8.count
        for prefix in index.sortedLengths {
            guard prefix <= length else { break }
            let beginning = prefix == length ? name : String(decoding: name.utf8.prefix(prefix), as: UTF8.self)
            for binding in index.prefixed[beginning] ?? [] where binding.covers(name) { body(binding) }
        }
    }
}

extension AclStore.Index {
    var all: [AclBinding] { literal.values.flatMap { $0 } + prefixed.values.flatMap { $0 } }

    mutating func addPrefixed(_ binding: AclBinding) {
        prefixed[binding.resourceName, default: []].append(binding)
        let length = binding.resourceName.utf8.count
        prefixLengths[length, default: 0] += 1
        if prefixLengths[length] == 1 { sortedLengths = prefixLengths.keys.sorted() }
    }

    mutating func remove(_ binding: AclBinding) {
        switch binding.patternType {
        case .literal: Self.remove(binding, from: &literal)
        case .prefixed:
            Self.remove(binding, from: &prefixed)
            let length = binding.resourceName.utf8.count
            prefixLengths[length, default: 0] -= 1
            if prefixLengths[length] == 0 {
                prefixLengths[length] = nil
                sortedLengths = prefixLengths.keys.sorted()
            }
        }
    }

    private static func remove(_ binding: AclBinding, from table: inout [String: [AclBinding]]) {
        guard let place = table[binding.resourceName]?.firstIndex(of: binding) else { return }
        table[binding.resourceName]?.remove(at: place)
        if table[binding.resourceName]?.isEmpty == true { table[binding.resourceName] = nil }
    }
}

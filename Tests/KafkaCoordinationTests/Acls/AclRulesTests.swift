import KafkaCoordination
import KafkaWire
import Testing

/// What StandardAuthorizer's rules come to.
@Suite struct AclRulesTests {
    private let alice = AclPeer(principal: "User:alice", host: "10.0.0.1")

    private func rules(
        _ bindings: AclBinding..., superUsers: Set<String> = [], allowsWithoutAcl: Bool = false
    ) -> AclRules {
        var store = AclStore()
        for (number, binding) in bindings.enumerated() { store.add(Uuid(high: 1, low: UInt64(number)), binding) }
        return AclRules(store: store, superUsers: superUsers, allowsWithoutAcl: allowsWithoutAcl)
    }

    private func topic(_ name: String) -> AclResource { AclResource(.topic, name) }

    @Test func `nothing is allowed without an ACL`() {
        #expect(!rules().allow(.read, topic("t"), by: alice))
        #expect(rules(superUsers: ["User:alice"]).allow(.read, topic("t"), by: alice))
        #expect(rules(allowsWithoutAcl: true).allow(.read, topic("t"), by: alice))
    }

    @Test func `the default holds only where no ACL is about the resource`() {
        let rules = rules(
            AclBinding(.topic, "t", principal: "User:bob", operation: .read), allowsWithoutAcl: true)
        #expect(!rules.allow(.read, topic("t"), by: alice))
        #expect(rules.allow(.read, topic("u"), by: alice))
        #expect(rules.allow(.read, AclResource(.group, "t"), by: alice))
    }

    @Test func `a denial wins`() {
        let rules = rules(
            AclBinding(.topic, "*", principal: "User:*", operation: .all),
            AclBinding(.topic, "se", .prefixed, principal: "User:alice", operation: .write, permission: .deny))
        #expect(!rules.allow(.write, topic("secret"), by: alice))
        #expect(rules.allow(.read, topic("secret"), by: alice))
        #expect(rules.allow(.write, topic("s"), by: alice))
    }

    @Test func `patterns`() {
        let rules = rules(
            AclBinding(.topic, "orders", principal: "User:alice", operation: .read),
            AclBinding(.topic, "log-", .prefixed, principal: "User:alice", operation: .read),
            AclBinding(.topic, "*", .prefixed, principal: "User:alice", operation: .read),
            AclBinding(.group, "*", principal: "User:alice", operation: .read))
        #expect(rules.allow(.read, topic("orders"), by: alice))
        #expect(!rules.allow(.read, topic("orders2"), by: alice))
        #expect(rules.allow(.read, topic("log-"), by: alice))
        #expect(rules.allow(.read, topic("log-x"), by: alice))
        #expect(!rules.allow(.read, topic("log"), by: alice))
        #expect(rules.allow(.read, AclResource(.group, "any"), by: alice))
    }

    @Test func `hosts`() {
        let rules = rules(
            AclBinding(.topic, "t", principal: "User:alice", host: "10.0.0.1", operation: .read),
            AclBinding(.topic, "u", principal: "User:alice", host: "::1", operation: .read))
        #expect(rules.allow(.read, topic("t"), by: alice))
        #expect(!rules.allow(.read, topic("t"), by: AclPeer(principal: "User:alice", host: "10.0.0.2")))
        let six = AclPeer(principal: "User:alice", host: "0:0:0:0:0:0:0:1", otherHost: "::1")
        #expect(rules.allow(.read, topic("u"), by: six))
    }

    @Test(arguments: AclOperation.allCases)
    func `what an operation implies`(_ granted: AclOperation) {
        let rules = rules(AclBinding(.topic, "t", principal: "User:alice", operation: granted))
        let denied = self.rules(
            AclBinding(.topic, "t", principal: "User:alice", operation: .all),
            AclBinding(.topic, "t", principal: "User:alice", operation: granted, permission: .deny))
        for wanted in AclOperation.allCases where wanted != .all {
            let implied =
                granted == .all || granted == wanted
                || wanted == .describe && [.read, .write, .delete, .alter].contains(granted)
                || wanted == .describeConfigs && granted == .alterConfigs
            #expect(rules.allow(wanted, topic("t"), by: alice) == implied, "\(granted) \(wanted)")
            // A denial implies nothing.
            #expect(denied.allow(wanted, topic("t"), by: alice) == (granted != .all && granted != wanted))
        }
    }

    @Test func `names are compared by their bytes`() {
        let rules = rules(AclBinding(.group, "caf\u{e9}", principal: "User:\u{e9}", operation: .read))
        #expect(rules.allow(.read, AclResource(.group, "caf\u{e9}"), by: AclPeer(principal: "User:\u{e9}", host: "h")))
        #expect(
            !rules.allow(.read, AclResource(.group, "cafe\u{301}"), by: AclPeer(principal: "User:\u{e9}", host: "h")))
        #expect(
            !rules.allow(.read, AclResource(.group, "caf\u{e9}"), by: AclPeer(principal: "User:e\u{301}", host: "h")))
        let superUser = self.rules(superUsers: ["User:\u{e9}"])
        #expect(!superUser.allow(.read, topic("t"), by: AclPeer(principal: "User:e\u{301}", host: "h")))
    }

    @Test func `any resource of a type`() {
        let write = AclBinding(.topic, "a", principal: "User:alice", operation: .write)
        #expect(rules(write).allowAny(.write, .topic, by: alice))
        #expect(!rules(write).allowAny(.read, .topic, by: alice))
        #expect(!rules().allowAny(.write, .topic, by: alice))
        #expect(rules(allowsWithoutAcl: true).allowAny(.write, .topic, by: alice))
        let all = AclBinding(.topic, "*", principal: "User:*", operation: .write, permission: .deny)
        #expect(!rules(write, all).allowAny(.write, .topic, by: alice))
        let literal = AclBinding(.topic, "a", principal: "User:alice", operation: .write, permission: .deny)
        #expect(!rules(write, literal).allowAny(.write, .topic, by: alice))
        let prefixed = AclBinding(.topic, "abc", .prefixed, principal: "User:alice", operation: .write)
        #expect(rules(prefixed, literal).allowAny(.write, .topic, by: alice))
        let wider = AclBinding(.topic, "ab", .prefixed, principal: "User:alice", operation: .all, permission: .deny)
        #expect(!rules(prefixed, wider).allowAny(.write, .topic, by: alice))
    }

    @Test func `every resource of a type`() {
        let all = AclBinding(.topic, "*", principal: "User:alice", operation: .read)
        let one = AclBinding(.topic, "a", principal: "User:alice", operation: .read)
        let beginning = AclBinding(.topic, "*", .prefixed, principal: "User:alice", operation: .all)
        #expect(rules(all).allowAll(.describe, .topic, by: alice))
        #expect(!rules(all).allowAll(.write, .topic, by: alice))
        #expect(!rules(one, beginning).allowAll(.describe, .topic, by: alice))
        #expect(!rules().allowAll(.describe, .topic, by: alice))
        #expect(rules(one, superUsers: ["User:alice"]).allowAll(.write, .topic, by: alice))
        // Without ACLs everything is everyone's; with any, those that it keeps out must not hear of its topic.
        #expect(rules(allowsWithoutAcl: true).allowAll(.describe, .topic, by: alice))
        #expect(!rules(one, allowsWithoutAcl: true).allowAll(.describe, .topic, by: alice))
        let denied = AclBinding(
            .topic, "a", .prefixed, principal: "User:*", operation: .describe, permission: .deny)
        #expect(!rules(all, denied).allowAll(.describe, .topic, by: alice))
        #expect(rules(all, denied).allowAll(.read, .topic, by: alice))
    }

    @Test func `filters`() {
        var store = AclStore()
        store.add(Uuid(high: 1, low: 1), AclBinding(.topic, "ab", principal: "User:a", operation: .read))
        store.add(Uuid(high: 1, low: 2), AclBinding(.topic, "a", .prefixed, principal: "User:a", operation: .read))
        store.add(Uuid(high: 1, low: 3), AclBinding(.topic, "*", principal: "User:b", operation: .all))
        store.add(Uuid(high: 1, low: 4), AclBinding(.group, "ab", principal: "User:b", operation: .read))
        func found(_ filter: AclFilter) -> [UInt64] { store.matching(filter).map(\.id.low).sorted() }
        #expect(found(AclFilter()) == [1, 2, 3, 4])
        #expect(found(AclFilter(resourceType: .topic, resourceName: "ab")) == [1])
        #expect(found(AclFilter(resourceType: .topic, resourceName: "ab", pattern: .match)) == [1, 2, 3])
        #expect(found(AclFilter(resourceType: .topic, resourceName: "a", pattern: .exactly(.prefixed))) == [2])
        #expect(found(AclFilter(pattern: .exactly(.literal), principal: "User:b")) == [3, 4])
        #expect(found(AclFilter(operation: .all, permission: .deny)) == [])
    }

    /// The index finds what a look at every ACL finds, whatever comes and goes.
    @Test func `the index and a plain search agree`() {
        var generator = Numbers(state: 7)
        let names = ["a", "ab", "abc", "b", "bc", "*", "a*"]
        let principals = ["User:a", "User:b", "User:*"]
        var store = AclStore()
        var plain: [Uuid: AclBinding] = [:]
        for step in 0..<3_000 {
            let id = Uuid(high: 0, low: UInt64.random(in: 0..<40, using: &generator))
            if Bool.random(using: &generator) {
                let binding = AclBinding(
                    Bool.random(using: &generator) ? .topic : .group, names.randomElement(using: &generator) ?? "a",
                    Bool.random(using: &generator) ? .literal : .prefixed,
                    principal: principals.randomElement(using: &generator) ?? "User:a",
                    host: Bool.random(using: &generator) ? "*" : "h",
                    operation: AclOperation.allCases.randomElement(using: &generator) ?? .all,
                    permission: Int.random(in: 0..<3, using: &generator) == 0 ? .deny : .allow)
                // The very same ACL does not come twice.
                if store.contains(binding) { continue }
                store.add(id, binding)
                plain[id] = binding
            } else {
                store.remove(id)
                plain[id] = nil
            }
            #expect(store.count == plain.count)
            let resource = AclResource(
                Bool.random(using: &generator) ? .topic : .group, names.randomElement(using: &generator) ?? "a")
            let peer = AclPeer(principal: Bool.random(using: &generator) ? "User:a" : "User:b", host: "h")
            for operation in AclOperation.allCases where operation != .all {
                #expect(
                    store.verdict(operation, resource, by: peer)
                        == verdict(plain.values, operation, resource, peer), "step \(step)")
            }
        }
    }

    private func verdict(
        _ bindings: some Sequence<AclBinding>, _ operation: AclOperation, _ resource: AclResource, _ peer: AclPeer
    ) -> AclVerdict {
        let about = bindings.filter { binding in
            binding.resourceType == resource.type
                && (binding.patternType == .prefixed
                    ? resource.name.hasPrefix(binding.resourceName)
                    : binding.resourceName == "*" || binding.resourceName == resource.name)
        }
        let mine = about.filter {
            ($0.principal == "User:*" || $0.principal == peer.principal) && ($0.host == "*" || $0.host == peer.host)
        }
        if mine.contains(where: { $0.permission == .deny && [operation, .all].contains($0.operation) }) {
            return .denied
        }
        var good: [AclOperation] = [operation, .all]
        if operation == .describe { good += [.read, .write, .delete, .alter] }
        if operation == .describeConfigs { good.append(.alterConfigs) }
        if mine.contains(where: { $0.permission == .allow && good.contains($0.operation) }) { return .allowed }
        return about.isEmpty ? .noAclFound : .denied
    }
}

/// Numbers that are the same in every run.
private struct Numbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

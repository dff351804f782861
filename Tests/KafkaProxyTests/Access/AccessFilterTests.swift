import KafkaProtocol
import KafkaServer
import KafkaWire
import Testing

@testable import KafkaProxy

@Suite struct AccessFilterTests {
    @Test func `every API of the tables has a rule, in one form or the other`() {
        let guarded = Set(AccessFilter.guarded.map { $0.apiKey } + [.fetch])
        #expect(guarded.count == AccessFilter.guarded.count + 1)
        #expect(guarded.isSuperset(of: AccessTable.ofResources.keys))
        #expect(guarded.isDisjoint(with: AccessTable.ofCluster.keys))
        #expect(guarded.isDisjoint(with: AccessFilter.open))
        let tokens = Set([
            ApiKey.createDelegationToken, .renewDelegationToken, .expireDelegationToken, .describeDelegationToken,
        ])
        #expect(AccessTable.unchecked.subtracting(AccessFilter.open).subtracting(guarded) == tokens)
    }
}

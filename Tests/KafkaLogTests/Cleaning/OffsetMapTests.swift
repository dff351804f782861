import Testing

@testable import KafkaLog

@Suite("The cleaner's map")
struct OffsetMapTests {
    @Test func itKeepsTheLastOffsetOfEveryKeyUpToItsLoad() throws {
        guard var map = OffsetMap(bytes: 24 * 1_000, loadFactor: 0.9, hash: KeyHash(1, 2)) else {
            Issue.record("no map")
            return
        }
        let (slots, limit) = (map.slots, map.limit)
        #expect(slots == 1_000)
        #expect(limit == 900)
        func put(_ key: Int, _ offset: Int64, _ map: inout OffsetMap) -> Bool {
            Array("key \(key)".utf8).withUnsafeBytes { map.put($0, offset: offset) }
        }
        for round in 0..<3 as Range<Int64> {
            for key in 0..<900 {
                let isTaken = put(key, round * 1_000 + Int64(key), &map)
                #expect(isTaken)
            }
        }
        let count = map.count
        #expect(count == 900)
        let isFull = !put(900, 0, &map)
        #expect(isFull)
        // Known keys go on being noted.
        let isKnown = put(7, 9_999, &map)
        #expect(isKnown)
        for key in 0..<1_000 {
            let found = Array("key \(key)".utf8).withUnsafeBytes { map.offset(of: $0) }
            #expect(found == (key == 7 ? 9_999 : key < 900 ? 2_000 + Int64(key) : -1))
        }
    }

    @Test func aMapForNoKeyIsNone() {
        let map = OffsetMap(bytes: 30, loadFactor: 0.9, hash: KeyHash(1, 2))
        let isThere = map != nil
        #expect(!isThere)
    }

    /// The vector of SipHash's own reference for key 0 to 15 does not apply to one and three rounds; that prefixes,
    /// lengths and single bits matter is what counts.
    @Test func hashesDifferByEveryByteAndLength() {
        let hash = KeyHash(3, 4)
        var seen: Set<[UInt64]> = []
        for length in 0..<40 {
            var key = [UInt8](repeating: 0, count: length)
            for index in -1..<length {
                if index >= 0 { key[index] ^= 1 }
                let (low, high) = key.withUnsafeBytes { hash($0) }
                #expect(seen.insert([low, high]).inserted)
                if index >= 0 { key[index] ^= 1 }
            }
        }
    }
}

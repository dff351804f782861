import Testing

@testable import KafkaBroker

@Suite struct NameTests {
    @Test func `topic names that Kafka takes and refuses`() {
        for name in ["a", "A-z_0.9", "...", "__consumer_offsets", String(repeating: "x", count: 249)] {
            #expect(TopicName.problem(name) == nil)
        }
        for name in ["", ".", "..", "a b", "a/b", "é", "a\u{0}", String(repeating: "x", count: 250)] {
            #expect(TopicName.problem(name) != nil)
        }
        #expect(TopicName.collisionKey("a.b_c") == TopicName.collisionKey("a_b.c"))
        #expect(TopicName.collisionKey("a.b") != TopicName.collisionKey("ab"))
        #expect(TopicName.isInternal("__consumer_offsets"))
        #expect(TopicName.isInternal("__transaction_state"))
        #expect(!TopicName.isInternal("__other"))
    }

    /// Values of `String.hashCode` that Java prints; "polygenelubricants" is the string whose hash is -2^31.
    @Test func `groups go where Kafka puts them`() {
        let hashes: [(String, Int32)] = [
            ("", 0), ("a", 97), ("ab", 3105), ("console-consumer", -648_006_740), ("é", 233), ("\u{1F600}", 1_772_899),
        ]
        for (group, hash) in hashes {
            #expect(GroupPartitioner.partition(for: group, count: .max) == (hash == .min ? 0 : abs(hash)) % .max)
            #expect(GroupPartitioner.partition(for: group, count: 50) == abs(hash) % 50)
        }
        #expect(GroupPartitioner.partition(for: "polygenelubricants", count: 50) == 0)
        #expect(GroupPartitioner.partition(for: "x", count: 0) == 0)
    }
}

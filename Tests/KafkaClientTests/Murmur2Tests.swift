import Testing

@testable import KafkaClient

@Suite struct Murmur2Tests {
    /// Hashes that the Java client's own tests pin (org.apache.kafka.common.utils.UtilsTest).
    @Test(arguments: [
        ("21", Int32(-973_932_308)), ("foobar", -790_332_482), ("a-little-bit-long-string", -985_981_536),
        ("a-little-bit-longer-string", -1_486_304_829),
        ("lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8", -58_897_971), ("abc", 479_470_107),
    ])
    func hashesAsJava(text: String, expected: Int32) {
        #expect(Int32(bitPattern: Murmur2.hash(Array(text.utf8))) == expected)
    }

    /// Keys and partitions as the real Kafka's console producer placed them on three partitions.
    @Test(arguments: [("key0", Int32(1)), ("key3", 1), ("key1", 2), ("key2", 2)])
    func placesKeysAsJava(key: String, expected: Int32) {
        #expect(Murmur2.partition(forKey: Array(key.utf8), count: 3) == expected)
    }

    @Test func onePartitionOrNoneIsZero() {
        #expect(Murmur2.partition(forKey: Array("x".utf8), count: 1) == 0)
        #expect(Murmur2.partition(forKey: Array("x".utf8), count: 0) == 0)
    }
}

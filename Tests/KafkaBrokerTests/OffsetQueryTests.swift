import KafkaLog
import Testing

@testable import KafkaBroker

@Suite struct OffsetQueryTests {
    @Test func `special times are there from their version on`() {
        for (timestamp, least) in [(Int64(-1), Int16(1)), (-2, 1), (-3, 7), (-4, 8), (-5, 9), (-6, 11)] {
            #expect(OffsetQuery(timestamp: timestamp, version: least, readCommitted: false) != nil)
            #expect(OffsetQuery(timestamp: timestamp, version: least - 1, readCommitted: false) == nil)
        }
        #expect(OffsetQuery(timestamp: -7, version: 11, readCommitted: false) == nil)
        #expect(OffsetQuery(timestamp: .min, version: 9, readCommitted: false) == nil)
        #expect(OffsetQuery(timestamp: 0, version: 1, readCommitted: false) != nil)
        #expect(OffsetQuery(timestamp: .max, version: 1, readCommitted: true) != nil)
    }
}

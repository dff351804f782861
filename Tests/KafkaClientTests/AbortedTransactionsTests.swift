import Testing

@testable import KafkaClient

@Suite struct AbortedTransactionsTests {
    @Test func coversAProducerFromItsFirstOffsetToItsMarker() {
        var aborted = AbortedTransactions([(producerId: 7, firstOffset: 10), (producerId: 8, firstOffset: 5)])
        var covered: [Bool] = []
        for (producer, base, last) in [(7, 0, 4), (8, 5, 6), (7, 8, 9), (7, 10, 12)] as [(Int64, Int64, Int64)] {
            covered.append(aborted.covers(producerId: producer, baseOffset: base, lastOffset: last))
        }
        aborted.end(producerId: 7)
        for (producer, base, last) in [(7, 14, 15), (8, 16, 16)] as [(Int64, Int64, Int64)] {
            covered.append(aborted.covers(producerId: producer, baseOffset: base, lastOffset: last))
        }
        #expect(covered == [false, true, false, true, false, true])
    }
}

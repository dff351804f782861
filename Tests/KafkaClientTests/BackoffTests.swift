import Testing

@testable import KafkaClient

@Suite struct BackoffTests {
    @Test func doublesUpToItsBoundWithinAFifth() {
        var backoff = Backoff(first: 100, bound: 1_000)
        var generator = SystemRandomNumberGenerator()
        for expected in [100, 200, 400, 800, 1_000, 1_000] as [Int64] {
            let pause = backoff.next(using: &generator)
            #expect((expected - expected / 5...expected + expected / 5).contains(pause))
        }
        for _ in 0..<100 { _ = backoff.next(using: &generator) }
        let late = backoff.next(using: &generator)
        #expect(late <= 1_200)
    }

    @Test func hugeValuesDoNotOverflow() {
        var backoff = Backoff(first: .max, bound: 1_000)
        var generator = SystemRandomNumberGenerator()
        let pauses = (0..<5).map { _ in backoff.next(using: &generator) }
        #expect(pauses.allSatisfy { $0 <= 1_200 })
    }
}

import Testing

@testable import KafkaBroker

@Suite struct UpkeepIntervalTests {
    @Test func `an interval comes round, and one without end never does`() {
        var interval = Upkeep.Interval(10, first: 3, from: 100)
        let due = [102, 103, 104, 112, 113].map { interval.isDue($0) }
        #expect(due == [false, true, false, false, true])
        var endless = Upkeep.Interval(.max, from: 100)
        let never = endless.isDue(.max - 1)
        #expect(!never)
    }
}

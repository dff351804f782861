import Testing

@testable import KafkaServer

struct ConnectionEbbTests {
    private func ebbs(_ counts: [Int]) -> [Bool] {
        var ebb = ConnectionEbb()
        return counts.map { count in
            ebb.rose(to: count)
            return ebb.hasEbbed(to: count)
        }
    }

    @Test func onceWhenHalfHaveGone() {
        #expect(ebbs([0, 500, 1000, 900, 501]) == [false, false, false, false, false])
        #expect(ebbs([1000, 500, 500, 251, 244, 0]) == [false, true, false, false, true, false])
    }

    @Test func thoseThatNobodySawCountToo() {
        var ebb = ConnectionEbb()
        ebb.rose(to: 1000)
        let looks = [ebb.hasEbbed(to: 0), ebb.hasEbbed(to: 0)]
        #expect(looks == [true, false])
    }

    @Test func notForAFew() {
        #expect(ebbs([ConnectionEbb.fewest - 1, 0]) == [false, false])
        #expect(ebbs([ConnectionEbb.fewest, 0]) == [false, true])
    }

    @Test func againAfterTheNextPeak() {
        #expect(ebbs([1000, 0, 1000, 0, 0, 300, 0]) == [false, true, false, true, false, false, true])
    }
}

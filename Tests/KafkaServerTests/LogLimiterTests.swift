import NIOCore
import Testing

@testable import KafkaServer

@Suite struct LogLimiterTests {
    @Test func aKindMayWriteSoManyLinesInAWindow() {
        let limiter = LogLimiter()
        let start = NIODeadline.uptimeNanoseconds(1_000_000_000_000)
        for _ in 0..<LogLimiter.linesPerWindow {
            #expect(limiter.admit(.garbage, now: start) == 0)
        }
        for _ in 0..<5 { #expect(limiter.admit(.garbage, now: start + .seconds(9)) == nil) }
        #expect(limiter.admit(.foreign, now: start + .seconds(9)) == 0)
        #expect(limiter.admit(.garbage, now: start + .seconds(11)) == 5)
        #expect(limiter.admit(.garbage, now: start + .seconds(11)) == 0)
    }
}

import Testing

@testable import KafkaBroker

@Suite struct IOThrottleTests {
    @Test func `work keeps to its rate however it is cut`() {
        var throttle = IOThrottle()
        var now = 0.0
        for piece in 0..<100 {
            now += throttle.wait(bytes: piece.isMultiple(of: 2) ? 500 : 1_500, now: now, bytesPerSecond: 10_000)
        }
        // 100,000 bytes at 10,000 a second, but for the burst at the start.
        #expect(abs(now - 9.7) < 0.001)
    }

    @Test func `a pause earns no more than the burst`() {
        var throttle = IOThrottle()
        _ = throttle.wait(bytes: 1_000, now: 0, bytesPerSecond: 1_000)
        #expect(abs(throttle.wait(bytes: 1_000, now: 100, bytesPerSecond: 1_000) - 0.7) < 0.001)
    }

    @Test func `no rate means no wait`() {
        var throttle = IOThrottle()
        #expect(throttle.wait(bytes: .max, now: 0, bytesPerSecond: .greatestFiniteMagnitude) == 0)
    }
}

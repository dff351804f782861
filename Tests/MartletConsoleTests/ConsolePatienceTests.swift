import NIOCore
import Testing

@testable import MartletConsole

@Suite struct ConsolePatienceTests {
    private let start = NIODeadline.uptimeNanoseconds(1_000_000_000)

    @Test func aConnectionThatAsksNothingIsClosed() {
        let patience = ConsolePatience(now: start)
        #expect(!patience.isOver(start + ConsoleGuard.mostRequestTime))
        #expect(patience.isOver(start + ConsoleGuard.mostRequestTime + .nanoseconds(1)))
    }

    @Test func aRequestThatComesByteByByteIsClosedAllTheSame() {
        var patience = ConsolePatience(now: start)
        var now = start
        for _ in 0..<11 {
            now = now + .seconds(1)
            let fits1 = patience.received(1, now)
            #expect(fits1)
        }
        #expect(patience.isOver(now))
    }

    @Test func requestsAreBoundedUntilTheyAreAnswered() {
        var patience = ConsolePatience(now: start)
        let fits2 = patience.received(ConsoleGuard.mostRequestBytes, start)
        #expect(fits2)
        patience.sending(start)
        patience.sent(start)
        let fits3 = patience.received(ConsoleGuard.mostRequestBytes, start)
        #expect(fits3)
        let fits4 = patience.received(1, start)
        #expect(!fits4)
    }

    @Test func anAnsweredConnectionMayBeQuietForAWhile() {
        var patience = ConsolePatience(now: start)
        let fits5 = patience.received(100, start)
        #expect(fits5)
        patience.sending(start + .seconds(1))
        patience.sent(start + .seconds(2))
        #expect(!patience.isOver(start + .seconds(2) + ConsoleGuard.mostIdleTime))
        #expect(patience.isOver(start + .seconds(3) + ConsoleGuard.mostIdleTime))
        // The next request has its time from its first byte on.
        let again = start + .seconds(50)
        let fits6 = patience.received(100, again)
        #expect(fits6)
        #expect(!patience.isOver(again + ConsoleGuard.mostRequestTime))
        #expect(patience.isOver(again + ConsoleGuard.mostRequestTime + .nanoseconds(1)))
    }

    @Test func aPeerThatDoesNotReadItsAnswerIsClosed() {
        var patience = ConsolePatience(now: start)
        let fits7 = patience.received(100, start)
        #expect(fits7)
        patience.sending(start)
        patience.sending(start)
        let headway = start + .seconds(15)
        patience.sent(headway)
        #expect(!patience.isOver(headway + ConsoleGuard.mostSendingTime))
        #expect(patience.isOver(headway + ConsoleGuard.mostSendingTime + .nanoseconds(1)))
    }

    @Test func aPeerThatDoesNotCloseItsEndIsClosed() {
        var patience = ConsolePatience(now: start)
        patience.closing(start)
        #expect(!patience.isOver(start + ConsoleGuard.mostClosingTime))
        #expect(patience.isOver(start + ConsoleGuard.mostClosingTime + .nanoseconds(1)))
    }
}

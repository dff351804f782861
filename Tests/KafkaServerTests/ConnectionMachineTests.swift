import KafkaWire
import Testing

@testable import KafkaServer

@Suite struct ConnectionMachineTests {
    typealias Machine = ConnectionMachine<String>

    /// A machine with requests 0 up to `open` deferred.
    private func machine(open: Int, maxInFlight: Int = 10) -> Machine {
        var machine = Machine(maxInFlight: maxInFlight)
        for _ in 0..<open {
            _ = machine.start()
            _ = machine.deferred()
        }
        return machine
    }

    @Test func aRequestAnsweredAtOnceLeavesNothingOpen() {
        var machine = Machine(maxInFlight: 2)
        for sequence in 0..<5 as Range<UInt64> {
            #expect(machine.start() == .dispatch(sequence: sequence, alone: true))
            machine.finishedInPlace()
        }
        #expect(machine.inFlight == 0)
        #expect(machine.nextAnswer() == nil)
    }

    @Test func answersLeaveInTheOrderOfRequests() {
        var machine = machine(open: 3)
        #expect(machine.replied(2, "c") == .hold)
        #expect(machine.nextAnswer() == nil)
        #expect(machine.replied(1, "b") == .hold)
        #expect(machine.replied(0, "a") == .release)
        #expect(machine.nextAnswer() == "a")
        #expect(machine.nextAnswer() == "b")
        #expect(machine.nextAnswer() == "c")
        #expect(machine.nextAnswer() == nil)
        #expect(machine.start() == .dispatch(sequence: 3, alone: true))
    }

    @Test func anAnswerAtOnceWaitsForEarlierRequests() {
        var machine = machine(open: 1)
        #expect(machine.start() == .dispatch(sequence: 1, alone: false))
        machine.finished("b")
        #expect(machine.nextAnswer() == nil)
        #expect(machine.replied(0, "a") == .release)
        #expect(machine.nextAnswer() == "a")
        #expect(machine.nextAnswer() == "b")
    }

    @Test func requestsWithoutAnswerArePassedOver() {
        var machine = machine(open: 2)
        #expect(machine.start() == .dispatch(sequence: 2, alone: false))
        machine.finished("c")
        #expect(machine.replied(1, nil) == .hold)
        #expect(machine.replied(0, nil) == .release)
        #expect(machine.nextAnswer() == "c")
        #expect(machine.inFlight == 0)
    }

    @Test func anAnswerFromWithinTheDispatchIsKept() {
        var machine = Machine(maxInFlight: 10)
        #expect(machine.start() == .dispatch(sequence: 0, alone: true))
        #expect(machine.replied(0, "a") == .hold)
        #expect(machine.replied(0, "again") == .ignore)
        #expect(machine.nextAnswer() == nil)
        #expect(machine.deferred() == false)
        #expect(machine.nextAnswer() == "a")
    }

    @Test func anEarlierAnswerDuringADispatchWaitsForItsEnd() {
        var machine = machine(open: 1)
        #expect(machine.start() == .dispatch(sequence: 1, alone: false))
        #expect(machine.replied(0, "a") == .hold)
        machine.finished("b")
        #expect(machine.nextAnswer() == "a")
        #expect(machine.nextAnswer() == "b")
    }

    @Test func aSecondOrUnknownAnswerIsIgnored() {
        var machine = machine(open: 2)
        #expect(machine.replied(1, "b") == .hold)
        #expect(machine.replied(1, "b") == .ignore)
        #expect(machine.replied(2, "not started") == .ignore)
        #expect(machine.replied(0, "a") == .release)
        #expect(machine.nextAnswer() == "a")
        #expect(machine.replied(0, "a") == .ignore)
        #expect(machine.nextAnswer() == "b")
        #expect(machine.replied(0, "a") == .ignore)
    }

    @Test func tooManyOpenRequestsWait() {
        var machine = machine(open: 2, maxInFlight: 2)
        #expect(machine.start() == .wait)
        #expect(!machine.wantsInput)
        #expect(machine.replied(0, "a") == .release)
        #expect(machine.start() == .wait)
        #expect(machine.nextAnswer() == "a")
        #expect(machine.wantsInput)
        #expect(machine.start() == .dispatch(sequence: 2, alone: false))
    }

    @Test func everyHindranceHasToGo() {
        var machine = Machine(maxInFlight: 2)
        machine.hinder(.output)
        machine.hinder(.gate)
        #expect(machine.start() == .wait)
        #expect(machine.clear(.held) == false)
        #expect(machine.clear(.gate) == false)
        #expect(machine.start() == .wait)
        #expect(machine.clear(.output) == true)
        #expect(machine.start() == .dispatch(sequence: 0, alone: true))
    }

    @Test func anEndWaitsForOpenRequests() {
        var machine = machine(open: 1)
        machine.end(.serverStopped)
        #expect(machine.start() == .discard)
        #expect(machine.closeNow == nil)
        #expect(machine.replied(0, "a") == .release)
        #expect(machine.closeNow == nil)
        #expect(machine.nextAnswer() == "a")
        #expect(machine.closeNow == .serverStopped)
        #expect(machine.close(.peerClosed) == .serverStopped)
        #expect(machine.close(.peerClosed) == nil)
    }

    @Test func nothingFollowsARequestThatIsGivenUp() {
        var machine = machine(open: 4)
        machine.isInsideRequest = true
        #expect(machine.replied(3, "d") == .hold)
        #expect(machine.replied(1, "b") == .hold)
        machine.finish(.idle, from: 2)
        #expect(machine.start() == .discard)
        #expect(machine.inFlight == 2)
        #expect(machine.closeNow == nil)
        #expect(machine.replied(2, "c") == .ignore)
        #expect(machine.replied(3, "d") == .ignore)
        #expect(machine.replied(0, "a") == .release)
        #expect(machine.nextAnswer() == "a")
        #expect(machine.nextAnswer() == "b")
        #expect(machine.nextAnswer() == nil)
        // Neither the rest of a request nor what hinders further ones matters.
        machine.hinder(.engine)
        #expect(machine.wantsInput)
        #expect(machine.closeNow == .idle)
    }

    @Test(arguments: [0, 1, 2] as [UInt64])
    func aRequestMayBeGivenUpWhileOneIsDispatched(sequence: UInt64) {
        var machine = machine(open: 2)
        _ = machine.replied(0, "a")
        #expect(machine.start() == .dispatch(sequence: 2, alone: false))
        machine.finish(.idle, from: sequence)
        _ = machine.deferred()
        #expect(machine.inFlight == Int(sequence))
        #expect(machine.replied(1, "b") == (sequence > 1 ? .hold : .ignore))
        #expect(machine.replied(2, "c") == .ignore)
        var answers: [String] = []
        while let answer = machine.nextAnswer() { answers.append(answer) }
        #expect(answers == Array(["a", "b"].prefix(Int(sequence))))
        #expect(machine.closeNow == .idle)
    }

    @Test func whenNoneIsGivenUpAllAreAnswered() {
        var machine = machine(open: 1)
        machine.finish(.idle, from: nil)
        #expect(machine.closeNow == nil)
        #expect(machine.replied(0, "a") == .release)
        #expect(machine.nextAnswer() == "a")
        #expect(machine.closeNow == .idle)
    }

    @Test func aRefusedRequestEndsTheConnection() {
        var machine = machine(open: 1)
        _ = machine.start()
        machine.refused(.malformedHeader)
        #expect(machine.closeNow == nil)
        #expect(machine.replied(0, nil) == .release)
        #expect(machine.nextAnswer() == nil)
        #expect(machine.closeNow == .malformedHeader)
    }

    @Test func nothingHappensAfterTheClose() {
        var machine = machine(open: 2)
        #expect(machine.close(.peerClosed) == .peerClosed)
        #expect(machine.replied(0, "a") == .ignore)
        #expect(machine.nextAnswer() == nil)
        #expect(machine.start() == .discard)
        #expect(machine.closeNow == nil)
    }

    @Test func aLongQueueIsReleasedWhole() {
        var machine = machine(open: 1000, maxInFlight: 1000)
        for sequence in (1..<1000 as Range<UInt64>).reversed() {
            #expect(machine.replied(sequence, "\(sequence)") == .hold)
        }
        #expect(machine.replied(0, "0") == .release)
        for sequence in 0..<1000 {
            #expect(machine.nextAnswer() == "\(sequence)")
            if sequence == 500 { #expect(machine.start() == .dispatch(sequence: 1000, alone: false)) }
            if sequence == 501 { _ = machine.deferred() }
        }
        #expect(machine.replied(1000, "last") == .release)
        #expect(machine.nextAnswer() == "last")
    }
}

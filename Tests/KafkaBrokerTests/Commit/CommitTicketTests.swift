import KafkaLog
import Synchronization
import Testing

@testable import KafkaBroker

@Suite struct CommitTicketTests {
    private func partition(_ index: Int32) -> Partition {
        Partition(topicName: "t", index: index, leaderEpoch: 0, log: nil)
    }

    @Test func itIsDoneWithTheLastSyncAndKnowsWhatFailed() {
        let calls = Atomic<Int>(0)
        let (one, two) = (partition(0), partition(1))
        let ticket = CommitTicket(count: 3) { ticket in
            calls.add(1, ordering: .relaxed)
            #expect(ticket.hasFailed)
            #expect(ticket.failure(of: one) == nil)
            #expect(ticket.failure(of: two) == .closed)
        }
        ticket.synced(one, nil)
        ticket.synced(two, .closed)
        #expect(calls.load(ordering: .relaxed) == 0)
        ticket.synced(one, nil)
        #expect(calls.load(ordering: .relaxed) == 1)
    }
}

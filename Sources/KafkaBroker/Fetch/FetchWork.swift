import KafkaCoordination
import KafkaProtocol
import KafkaServer
import KafkaWire
import Synchronization

/// One fetch request on its way: what it wants, and how its answer fits into its session (KIP-227).
struct FetchWork: Sendable {
    enum Session: Sendable {
        case none
        /// The request begins a session; its body is needed once more then.
        case starting(FetchRequest)
        case continuing(FetchTicket)
    }

    let session: Session
    let targets: [FetchTarget]
    let apiVersion: Int16
    let maxBytes: Int
    let readCommitted: Bool

    /// Reads everything that is wanted, as far as there is something.
    func read() -> FetchReader.Result {
        FetchReader(maxBytes: maxBytes, readCommitted: readCommitted).read(targets)
    }

    /// The answer that says what was read; an incremental one leaves out what has not changed.
    func response(
        _ result: FetchReader.Result, sessions: borrowing Mutex<FetchSessionCache>, now: Int64
    ) -> FetchResponse {
        var generator = SystemRandomNumberGenerator()
        switch session {
        case .none:
            return FetchResponse(errorCode: 0, sessionId: 0, responses: topics(result, places: targets.indices))
        case .starting(let request):
            let outcomes = result.partitions.map { FetchOutcome($0) }
            let randomId = Int32.random(in: 1...Int32.max, using: &generator)
            let id = sessions.withLock {
                $0.create(for: request, apiVersion: apiVersion, outcomes: outcomes, randomId: randomId, now: now)
            }
            return FetchResponse(errorCode: 0, sessionId: id, responses: topics(result, places: targets.indices))
        case .continuing(let ticket):
            let outcomes = result.partitions.map { FetchOutcome($0) }
            switch sessions.withLock({ $0.finish(ticket, outcomes: outcomes) }) {
            case .include(let places):
                return FetchResponse(
                    errorCode: 0, sessionId: ticket.sessionId, responses: topics(result, places: places))
            case .invalidEpoch:
                return FetchResponse(
                    errorCode: ErrorCode.invalidFetchSessionEpoch.rawValue, sessionId: ticket.sessionId)
            }
        }
    }

    /// Partitions of one topic that follow each other share an entry.
    private func topics(
        _ result: FetchReader.Result, places: some Sequence<Int>
    ) -> [FetchResponse.FetchableTopicResponse] {
        var topics: [FetchResponse.FetchableTopicResponse] = []
        for place in places where targets.indices.contains(place) {
            let target = targets[place]
            if let last = topics.last, last.topic == target.topicName, last.topicId == target.topicId {
                topics[topics.count - 1].partitions.append(result.partitions[place])
            } else {
                topics.append(
                    .init(topic: target.topicName, topicId: target.topicId, partitions: [result.partitions[place]]))
            }
        }
        return topics
    }
}

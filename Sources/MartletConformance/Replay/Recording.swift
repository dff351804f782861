import KafkaProtocol
import KafkaWire
public import NIOCore

/// A capture as it is replayed: requests with their answers, and the order in which both were seen.
public struct Recording: Sendable {
    /// A request and what the recorded broker answered.
    public struct Exchange: Sendable {
        /// The number of the connection in the capture.
        public let connection: Int
        /// The request.
        public let request: RequestFrame
        /// When it was sent, in microseconds from the capture's start.
        public let sentAt: Int64
        /// The answer with its header; nil if the capture has none.
        public fileprivate(set) var response: ByteBuffer?
        /// When it arrived, in the same terms.
        public fileprivate(set) var answeredAt: Int64
    }

    /// Something that happened.
    public enum Step: Sendable, Hashable {
        /// The request of an exchange was sent.
        case send(Int)
        /// Its answer arrived.
        case receive(Int)
    }

    /// In the order of the requests.
    public private(set) var exchanges: [Exchange] = []
    /// What happened, in order.
    public private(set) var steps: [Step] = []

    /// Pairs answers with requests by connection and correlation id. Frames that are no requests, such as the bare
    /// tokens of SaslHandshake version 0, and answers to them are passed over.
    public init(_ frames: [CapturedFrame]) {
        var waiting: [Int: [Int]] = [:]
        for frame in frames {
            switch frame.direction {
            case .request:
                guard let request = RequestFrame(frame.bytes), request.api.validVersions != nil else { continue }
                waiting[frame.connection, default: []].append(exchanges.count)
                steps.append(.send(exchanges.count))
                exchanges.append(
                    Exchange(
                        connection: frame.connection, request: request, sentAt: frame.microseconds,
                        answeredAt: frame.microseconds))
            case .response:
                let id = frame.bytes.getInteger(at: frame.bytes.readerIndex, as: Int32.self)
                let list = waiting[frame.connection] ?? []
                guard let place = list.firstIndex(where: { exchanges[$0].request.correlationId == id }) else {
                    continue
                }
                exchanges[list[place]].response = frame.bytes
                exchanges[list[place]].answeredAt = frame.microseconds
                steps.append(.receive(list[place]))
                waiting[frame.connection]?.remove(at: place)
            }
        }
    }
}

import KafkaMessageJSON
import KafkaProtocol
import KafkaSecurity
import KafkaWire
import NIOCore

/// What the SaslAuthenticate requests of a recording are within their exchanges.
///
/// It follows from the handshake before them and their order, not from their bytes, which a capture may lack.
struct SaslPlan: Sendable {
    /// What one request is for.
    enum Part: Sendable, Equatable {
        /// Name and password at once.
        case plain(Ending)
        /// The client-first message of SCRAM.
        case scramFirst(ScramMechanism, Ending)
        /// The client-final message.
        case scramFinal(Ending)
    }

    /// How an exchange went in the recording.
    enum Ending: Sendable, Equatable {
        case accepted
        /// The password was refused.
        case refused
    }

    /// By the number of the exchange in the recording; what is left out goes out as recorded.
    private(set) var parts: [Int: Part] = [:]
    /// The connections of the capture on which tokens travelled without headers, which is how it goes after version 0
    /// of SaslHandshake.
    private(set) var bareConnections: [Int] = []

    init(_ recording: Recording) {
        var mechanisms: [Int: String] = [:]
        var requests: [Int: [Int]] = [:]
        for (index, exchange) in recording.exchanges.enumerated() {
            let connection = exchange.connection
            switch exchange.request.api {
            case .saslHandshake:
                plan(mechanisms[connection], requests[connection] ?? [], recording)
                requests[connection] = []
                mechanisms[connection] = MessageForm.request(exchange.request)?["mechanism"]?.stringValue
                if exchange.request.version == 0 { bareConnections.append(connection) }
            case .saslAuthenticate:
                requests[connection, default: []].append(index)
            default: break
            }
        }
        for (connection, indices) in requests { plan(mechanisms[connection], indices, recording) }
    }

    private mutating func plan(_ mechanism: String?, _ requests: [Int], _ recording: Recording) {
        let codes = requests.map { Self.errorCode(of: recording.exchanges[$0]) }
        guard let mechanism, let first = requests.first, let firstCode = codes.first else { return }
        func ending(_ code: Int64?) -> Ending { code == 0 ? .accepted : .refused }
        if mechanism == "PLAIN" {
            parts[first] = .plain(ending(firstCode))
        } else if let scram = ScramMechanism(rawValue: mechanism), firstCode == 0, requests.count > 1 {
            // A user who was refused at once did not exist; that cannot be had with one who does.
            parts[first] = .scramFirst(scram, ending(codes[1]))
            parts[requests[1]] = .scramFinal(ending(codes[1]))
        }
    }

    private static func errorCode(of exchange: Recording.Exchange) -> Int64? {
        guard let bytes = exchange.response,
            let body = try? MessageForm.response(bytes, to: exchange.request)
        else { return nil }
        return body["errorCode"]?.integerValue
    }
}

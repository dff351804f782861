import Foundation
import KafkaProtocol
import KafkaWire
import NIOCore
import Testing

/// One frame that passed between a real client and a real Apache Kafka.
struct RecordedFrame {
    let milliseconds: Int64
    let isRequest: Bool
    let connection: Int
    let apiKey: ApiKey
    let version: Int16
    let correlationId: Int32
    /// What follows the header.
    let body: ByteBuffer
    /// Of a request.
    let clientId: String
}

/// The group requests of one client session, with the answers of a real Apache Kafka 3.9.
struct RecordedSession: CustomTestStringConvertible {
    let name: String
    let frames: [RecordedFrame]

    var testDescription: String { name }

    static func all() throws -> [RecordedSession] {
        guard let url = Bundle.module.url(forResource: "sessions", withExtension: "txt", subdirectory: "Fixtures")
        else { return [] }
        let text = try String(contentsOf: url, encoding: .utf8)
        var sessions: [RecordedSession] = []
        var name = ""
        var frames: [RecordedFrame] = []
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let words = line.split(separator: " ").map(String.init)
            if words[0] == "session" {
                if !frames.isEmpty {
                    sessions.append(RecordedSession(name: name, frames: frames))
                }
                (name, frames) = (words[1], [])
            } else if let frame = try RecordedFrame(words) {
                frames.append(frame)
            }
        }
        return sessions + [RecordedSession(name: name, frames: frames)]
    }

    func response(to request: RecordedFrame) -> RecordedFrame? {
        frames.first {
            !$0.isRequest && $0.connection == request.connection && $0.correlationId == request.correlationId
        }
    }
}

extension RecordedFrame {
    fileprivate init?(_ words: [String]) throws {
        guard words.count == 7, let microseconds = Int64(words[0]), let connection = Int(words[2]),
            let key = Int16(words[3]), let version = Int16(words[4]), let correlationId = Int32(words[5])
        else { return nil }
        let apiKey = ApiKey(rawValue: key)
        let isRequest = words[1] == "request"
        var body = ByteBuffer(hex: words[6])
        var clientId = ""
        if isRequest {
            let headerVersion = apiKey.requestHeaderVersion(version)
            clientId = try body.readMessage(RequestHeader.self, version: headerVersion).clientId ?? ""
        } else {
            _ = try body.readMessage(ResponseHeader.self, version: apiKey.responseHeaderVersion(version))
        }
        self.init(
            milliseconds: microseconds / 1_000, isRequest: isRequest, connection: connection, apiKey: apiKey,
            version: version, correlationId: correlationId, body: body.slice(), clientId: clientId)
    }
}

extension ByteBuffer {
    init(hex: String) {
        self.init()
        let digits = Array(hex.utf8)
        for index in stride(from: 0, to: digits.count - 1, by: 2) {
            let text = String(decoding: digits[index...index + 1], as: UTF8.self)
            writeInteger(UInt8(text, radix: 16) ?? 0)
        }
    }

    var hex: String {
        readableBytesView.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}

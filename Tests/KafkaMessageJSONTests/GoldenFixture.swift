import Foundation
import KafkaMessageJSON
import KafkaWire
import NIOCore

/// A message body that the Java client of Kafka 4.3 encoded, with its JSON form; the file belongs to the codec's tests.
struct GoldenFixture {
    var apiKey: ApiKey
    var kind: MessageType.Kind
    var version: Int16
    var body: ByteBuffer
    var json: JSONValue
    /// How many unknown tagged fields are in the body but not in the JSON.
    var unknownTaggedFields: Int

    var label: String { "\(apiKey.rawValue) \(kind) v\(version)" }

    static func load() throws -> [GoldenFixture] {
        let url = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../KafkaProtocolTests/Fixtures/frames.jsonl")
        return try Data(contentsOf: url).split(separator: UInt8(ascii: "\n")).compactMap { line in
            GoldenFixture(try JSONValue(parsing: line))
        }
    }

    private init?(_ line: JSONValue) {
        guard let key = line["apiKey"]?.integerValue, let kind = line["kind"]?.stringValue,
            let version = line["version"]?.integerValue, let hex = line["hex"]?.stringValue, let json = line["json"],
            let kind = MessageType.Kind(rawValue: kind), let body = Hexadecimal.decode(hex.utf8)
        else { return nil }
        self.apiKey = ApiKey(rawValue: Int16(key))
        self.kind = kind
        self.version = Int16(version)
        self.body = body
        self.json = json
        self.unknownTaggedFields = Int(line["unknownTaggedFields"]?.integerValue ?? 0)
    }
}

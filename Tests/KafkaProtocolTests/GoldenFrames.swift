import Foundation
import KafkaProtocol
import KafkaWire
import NIOCore

/// A message body that the Java client of Kafka 4.3 encoded.
struct GoldenFrame {
    var name: String
    var isRequest: Bool
    var apiKey: ApiKey
    var version: Int16
    var requestHeaderVersion: Int16
    var responseHeaderVersion: Int16
    var body: ByteBuffer
    /// The same message in Kafka's JSON form.
    var json: [String: Any]

    var messageType: (any WireMessage.Type)? {
        isRequest ? apiKey.requestType : apiKey.responseType
    }

    var label: String { "\(name) v\(version)" }

    /// Two frames for each API, kind and version of Kafka 4.3.
    static func load() throws -> [GoldenFrame] {
        guard let url = Bundle.module.url(forResource: "frames", withExtension: "jsonl", subdirectory: "Fixtures")
        else {
            return []
        }
        return try Data(contentsOf: url).split(separator: UInt8(ascii: "\n")).compactMap { line in
            let object = try JSONSerialization.jsonObject(with: line) as? [String: Any]
            return object.flatMap(GoldenFrame.init)
        }
    }

    private init?(_ object: [String: Any]) {
        guard let name = object["name"] as? String, let kind = object["kind"] as? String,
            let key = object["apiKey"] as? Int, let version = object["version"] as? Int,
            let requestHeader = object["requestHeaderVersion"] as? Int,
            let responseHeader = object["responseHeaderVersion"] as? Int,
            let hex = object["hex"] as? String, let body = ByteBuffer(hex: hex),
            let json = object["json"] as? [String: Any]
        else { return nil }
        self.name = name
        self.isRequest = kind == "request"
        self.apiKey = ApiKey(rawValue: Int16(key))
        self.version = Int16(version)
        self.requestHeaderVersion = Int16(requestHeader)
        self.responseHeaderVersion = Int16(responseHeader)
        self.body = body
        self.json = json
    }
}

extension ByteBuffer {
    /// The bytes that pairs of hexadecimal digits stand for.
    init?(hex: String) {
        let digits = Array(hex.utf8)
        guard digits.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(digits.count / 2)
        for index in stride(from: 0, to: digits.count, by: 2) {
            guard let high = Self.value(of: digits[index]), let low = Self.value(of: digits[index + 1]) else {
                return nil
            }
            bytes.append(high << 4 | low)
        }
        self.init(bytes: bytes)
    }

    private static func value(of digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}

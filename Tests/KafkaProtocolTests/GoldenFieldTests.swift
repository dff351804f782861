import Foundation
import KafkaProtocol
import KafkaWire
import NIOCore
import Testing

/// Each field holds what Kafka's JSON form of the same message says: bytes that come back the same would not show
/// two fields of one type that have each other's names.
@Suite struct GoldenFieldTests {
    @Test func everyFieldHoldsWhatKafkaSays() throws {
        var fields = 0
        for frame in try GoldenFrame.load() {
            let type = try #require(frame.messageType)
            let differences = try compare(type, frame, &fields)
            #expect(differences.isEmpty, "\(frame.label): \(differences.prefix(3))")
        }
        #expect(fields > 20_000)
    }

    private func compare<M: WireMessage>(_: M.Type, _ frame: GoldenFrame, _ fields: inout Int) throws -> [String] {
        let message = try frame.body.decodeMessage(M.self, version: frame.version)
        var differences: [String] = []
        compare(message, frame.json, path: "", &differences, &fields)
        return differences
    }

    private func compare(_ value: Any, _ json: Any, path: String, _ differences: inout [String], _ fields: inout Int) {
        fields += 1
        switch (value, json) {
        case (let value as Bool, let json as NSNumber): note(value == json.boolValue)
        // Foundation reads some numbers a unit or two off in the last place.
        case (let value as Double, let json as NSNumber): note(abs(value - json.doubleValue) <= 4 * value.ulp)
        case (let value as any BinaryInteger, let json as NSNumber): note(Int64(value) == json.int64Value)
        case (let value as Uuid, let json as String): note(value.description == json)
        case (let value as String, let json as String): note(value == json)
        case (let value as ByteBuffer, let json as String): note(base64(value) == json)
        // Kafka's JSON form leaves out unaligned records.
        case (let value as Records, let json as String): note(json.isEmpty || value.buffer.map(base64) == json)
        case (let value as [Any], let json as [Any]):
            note(value.count == json.count)
            for (index, pair) in zip(value, json).enumerated() {
                compare(pair.0, pair.1, path: "\(path)[\(index)]", &differences, &fields)
            }
        case (let value as any WireStruct, let json as [String: Any]):
            let children = Mirror(reflecting: value).children.reduce(into: [String: Any]()) {
                $0[$1.label ?? ""] = $1.value
            }
            for (name, expected) in json {
                guard let child = children[name] else {
                    differences.append("\(path).\(name) is not there")
                    continue
                }
                compare(child, expected, path: "\(path).\(name)", &differences, &fields)
            }
        default:
            let mirror = Mirror(reflecting: value)
            guard mirror.displayStyle == .optional else { return note(false) }
            if let (_, wrapped) = mirror.children.first, !(json is NSNull) {
                compare(wrapped, json, path: path, &differences, &fields)
            } else {
                note(mirror.children.isEmpty && json is NSNull)
            }
        }

        func note(_ isEqual: Bool) {
            if !isEqual { differences.append("\(path) is \(value), not \(json)") }
        }
    }

    private func base64(_ buffer: ByteBuffer) -> String {
        Data(buffer.readableBytesView).base64EncodedString()
    }
}

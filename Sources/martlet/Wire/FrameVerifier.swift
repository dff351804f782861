import KafkaMessageJSON
import KafkaProtocol
import KafkaWire
import NIOCore

/// Checks one golden frame: a body that another encoder wrote, and its JSON form.
enum FrameVerifier {
    /// How many differences of one frame are told.
    private static let bound = 10

    /// Throws ``CommandFailure`` if the line does not say what it is.
    static func check(_ line: JSONValue) throws -> GoldenReport.Verdict {
        let frame = try Frame(line)
        var problems: [String] = []
        do throws(MessageJSONError) {
            try compare(frame, &problems)
        } catch {
            problems.append("\(error)")
        }
        if problems.count > bound {
            problems[bound...] = ["\(problems.count - bound) more differences"]
        }
        return GoldenReport.Verdict(name: frame.label, problems: problems)
    }

    private static func compare(_ frame: Frame, _ problems: inout [String]) throws(MessageJSONError) {
        let (type, version) = (frame.type, frame.version)
        let decoded = try type.decode(frame.body, version: version)
        var comparison = JSONComparison()
        comparison.compare(found: decoded, expected: frame.json, fields: type.fields)
        problems += comparison.differences
        if let count = frame.unknownTaggedFields, count != comparison.unknownTaggedFields {
            problems.append("\(comparison.unknownTaggedFields) unknown tagged fields, expected \(count)")
        }
        if let key = frame.apiKey {
            note(key.requestHeaderVersion(version), frame.requestHeaderVersion, "request header version", &problems)
            note(key.responseHeaderVersion(version), frame.responseHeaderVersion, "response header version", &problems)
        }
        note(try type.reencode(frame.body, version: version), frame, "encoded from the message", &problems)
        if let again = try? JSONValue(parsing: decoded.text.utf8) {
            note(try type.encode(again, version: version), frame, "encoded from its JSON form", &problems)
        } else {
            problems.append("its JSON form cannot be read again")
        }
        guard problems.isEmpty else { return }
        let completed = JSONComparison.completed(frame.json, from: decoded, fields: type.fields)
        note(try type.encode(completed, version: version), frame, "encoded from the json given", &problems)
    }

    private static func note(_ found: Int16, _ expected: Int64?, _ what: String, _ problems: inout [String]) {
        guard let expected, expected != Int64(found) else { return }
        problems.append("\(what) \(found), expected \(expected)")
    }

    private static func note(_ bytes: ByteBuffer, _ frame: Frame, _ what: String, _ problems: inout [String]) {
        guard bytes != frame.body else { return }
        let common = zip(bytes.readableBytesView, frame.body.readableBytesView).prefix { $0 == $1 }.count
        problems.append(
            "\(what): \(bytes.readableBytes) bytes, expected \(frame.body.readableBytes); "
                + "the first difference is at byte \(common)")
    }
}

extension FrameVerifier {
    private struct Frame {
        var type: MessageType
        var apiKey: ApiKey?
        var version: Int16
        var body: ByteBuffer
        var json: JSONValue
        var unknownTaggedFields: Int64?
        var requestHeaderVersion: Int64?
        var responseHeaderVersion: Int64?

        var label: String { "\(type.name) version \(version)" }

        init(_ line: JSONValue) throws {
            type = try Self.type(line)
            apiKey = type.kind == .request || type.kind == .response ? type.number.map(ApiKey.init) : nil
            guard let version = line["version"]?.integerValue.flatMap({ Int16(exactly: $0) }) else {
                throw CommandFailure("no version")
            }
            guard let body = (line["hex"]?.stringValue).flatMap({ Hexadecimal.decode($0.utf8) }) else {
                throw CommandFailure("no hex, or no hexadecimal digits")
            }
            guard let json = line["json"] else { throw CommandFailure("no json") }
            self.version = version
            self.body = body
            self.json = json
            unknownTaggedFields = line["unknownTaggedFields"]?.integerValue
            requestHeaderVersion = line["requestHeaderVersion"]?.integerValue
            responseHeaderVersion = line["responseHeaderVersion"]?.integerValue
        }

        private static func type(_ line: JSONValue) throws -> MessageType {
            let name = line["name"]?.stringValue
            let kind = (line["kind"]?.stringValue).flatMap(MessageType.Kind.init)
            let key = line["apiKey"]?.integerValue.flatMap { Int16(exactly: $0) }
            if let key, let kind, let type = MessageType(api: ApiKey(rawValue: key), kind: kind) { return type }
            if let name, let type = MessageType(named: name) { return type }
            throw CommandFailure("no known message: it takes apiKey with kind, or name")
        }
    }
}

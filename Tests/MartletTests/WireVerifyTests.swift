import Foundation
import KafkaMessageJSON
import KafkaRecords
import NIOCore
import Testing

@testable import martlet

/// `martlet wire verify` and `verify-batches`: golden data passes, and whatever is altered in it is found.
@Suite struct WireVerifyTests {
    private func fixture(_ path: String) throws -> [JSONValue] {
        let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../\(path)")
        return try Data(contentsOf: url).split(separator: UInt8(ascii: "\n")).map { try JSONValue(parsing: $0) }
    }

    private func frames() throws -> [JSONValue] {
        try fixture("KafkaProtocolTests/Fixtures/frames.jsonl")
    }

    private func frame(_ api: Int64, _ kind: String, _ version: Int64) throws -> JSONValue {
        try #require(
            try frames().first {
                $0["apiKey"] == .integer(api) && $0["kind"] == .string(kind) && $0["version"] == .integer(version)
            })
    }

    private func set(_ line: JSONValue, _ name: String, _ value: JSONValue) -> JSONValue {
        guard case .object(let members) = line else { return line }
        return .object(members.filter { $0.name != name } + [.init(name, value)])
    }

    @Test func goldenFramesPass() throws {
        var passed = 0
        for line in try frames() {
            let verdict = try FrameVerifier.check(line)
            #expect(verdict.problems.isEmpty, "\(verdict.name): \(verdict.problems)")
            passed += 1
        }
        #expect(passed == 1208)
    }

    @Test func alteredFieldsAreFound() throws {
        let line = try frame(12, "response", 4)
        let json = try #require(line["json"])
        let code = try #require(json["errorCode"]?.integerValue)
        let altered = set(line, "json", set(json, "errorCode", .integer(code ^ 1)))
        #expect(
            try FrameVerifier.check(altered).problems == ["errorCode: found \(code), expected \(code ^ 1)"])
        let missing = set(line, "json", .object([]))
        #expect(try FrameVerifier.check(missing).problems.count == 2)
        let more = set(line, "json", set(json, "colour", .string("red")))
        #expect(try FrameVerifier.check(more).problems == ["colour: not found, expected \"red\""])
        let tagged = set(line, "unknownTaggedFields", .integer(99))
        #expect(try FrameVerifier.check(tagged).problems.first?.hasSuffix("expected 99") == true)
        let header = set(line, "responseHeaderVersion", .integer(0))
        #expect(try FrameVerifier.check(header).problems == ["response header version 1, expected 0"])
    }

    @Test func everyAlteredByteIsFound() throws {
        let line = try frame(12, "response", 4)
        let bytes = try #require((line["hex"]?.stringValue).flatMap { Hexadecimal.decode($0.utf8) })
        for index in 0..<bytes.readableBytes {
            var altered = bytes
            altered.setInteger((bytes.getInteger(at: index) ?? UInt8(0)) ^ 0x41, at: index)
            let verdict = try FrameVerifier.check(set(line, "hex", .string(Hexadecimal.encode(altered))))
            #expect(!verdict.problems.isEmpty, "byte \(index)")
        }
    }

    @Test func pathsReachInside() throws {
        let line = try frame(3, "request", 13)
        let decoded = try #require(line["json"])
        guard case .array(let topics)? = decoded["topics"], let first = topics.first else { return }
        let altered = set(decoded, "topics", .array([set(first, "name", .string("other"))] + topics.dropFirst()))
        let problem = try FrameVerifier.check(set(line, "json", altered)).problems.first
        #expect(problem?.hasPrefix("topics[0].name: found") == true)
    }

    @Test func goldenBatchesPass() throws {
        let lines = try fixture("KafkaRecordsTests/Fixtures/record-batches.jsonl")
        #expect(lines.count == 62)
        for line in lines {
            let verdict = try BatchVerifier.check(line)
            #expect(verdict.problems.isEmpty, "\(verdict.name): \(verdict.problems)")
        }
    }

    @Test func alteredBatchesAreFound() throws {
        let lines = try fixture("KafkaRecordsTests/Fixtures/record-batches.jsonl")
        let line = try #require(lines.first { $0["records"] != nil })
        for name in ["baseOffset", "lastOffset", "crc", "producerId", "maxTimestamp"] {
            let problems = try BatchVerifier.check(set(line, name, .integer(77))).problems
            #expect(problems.count == 1 && problems.first?.hasPrefix(name) == true, "\(name)")
        }
        #expect(try BatchVerifier.check(set(line, "records", .array([]))).problems.count == 1)
        let record = try #require(line["records"]?[0])
        let changed = set(line, "records", .array([set(record, "key", .string("other"))]))
        #expect(try BatchVerifier.check(changed).problems.first?.hasPrefix("records[0].key: found") == true)
        let control = try #require(lines.first { $0["control"] == .string("COMMIT") })
        #expect(try BatchVerifier.check(set(control, "control", .string("ABORT"))).problems.count == 1)
        let hex = try #require(line["hex"]?.stringValue)
        #expect(try BatchVerifier.check(set(line, "hex", .string(hex.dropLast(2) + "00"))).problems.count == 1)
    }

    @Test func filesMayBeCompressed() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).jsonl.gz").path(
            percentEncoded: false)
        defer { try? FileManager.default.removeItem(atPath: path) }
        var compressed = ByteBuffer()
        try Compression.compress(ByteBuffer(string: "{\"a\":1}\n\n{\"a\":2}"), with: .gzip, into: &compressed)
        try Data(compressed.readableBytesView).write(to: URL(filePath: path))
        let seen = try GoldenReport.lines(of: path).map { try JSONValue(parsing: $0)["a"] }
        #expect(seen == [.integer(1), .integer(2)])
        var damaged = compressed
        damaged.setInteger(UInt8(7), at: 12)
        try Data(damaged.readableBytesView).write(to: URL(filePath: path))
        #expect(throws: CommandFailure.self) { try GoldenReport.lines(of: path) }
    }
}

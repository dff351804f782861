import KafkaClient
import KafkaRecords
import NIOCore
import Testing

@testable import martlet

@Suite struct LineInputTests {
    private func lines(_ text: String, piece: Int, limit: Int = 100) throws -> [String] {
        var splitter = LineSplitter(limit: limit)
        var rest = ByteBuffer(string: text)
        var lines: [String] = []
        while rest.readableBytes > 0 {
            splitter.append(rest.readSlice(length: min(piece, rest.readableBytes)) ?? ByteBuffer())
            while let line = try splitter.next() { lines.append(String(buffer: line)) }
        }
        if let last = splitter.finish() { lines.append(String(buffer: last)) }
        #expect(splitter.count == lines.count)
        return lines
    }

    @Test func cutsLinesWhereverTheBytesAreTorn() throws {
        for piece in 1...20 {
            #expect(try lines("one\n\ntwo\r\nthree", piece: piece) == ["one", "", "two", "three"])
            #expect(try lines("one\n", piece: piece) == ["one"])
        }
    }

    @Test func refusesALineThatNeverEnds() {
        #expect(throws: LineSplitter.TooLong(line: 2)) {
            try lines("a\n" + String(repeating: "x", count: 50), piece: 7, limit: 20)
        }
    }

    private func parser(_ properties: [(String, String)]) throws -> LineRecordParser {
        var parser = LineRecordParser()
        for (name, value) in properties { try parser.apply(name, value) }
        return parser
    }

    private func parse(_ line: String, _ properties: [(String, String)]) throws -> [String?] {
        let record = try parser(properties).record(from: ByteBuffer(string: line), number: 7)
        let headers = record.headers.map { "\($0.key)=\($0.value.map { String(buffer: $0) } ?? "null")" }
        return headers + [record.key.map { String(buffer: $0) }, record.value.map { String(buffer: $0) }]
    }

    @Test func theWholeLineIsTheValueByDefault() throws {
        #expect(try parse("a\tb:c", []) == [nil, "a\tb:c"])
        #expect(try parse("", []) == [nil, ""])
    }

    @Test func headersKeyAndValue() throws {
        let properties = [("parse.headers", "true"), ("parse.key", "true"), ("key.separator", "::")]
        #expect(try parse("h1:v1,h2:\tk:1::v::2", properties) == ["h1=v1", "h2=", "k:1", "v::2"])
    }

    @Test func nullMarkerStandsForNull() throws {
        let properties = [("parse.headers", "true"), ("parse.key", "true"), ("null.marker", "NULL")]
        #expect(try parse("NULL\tNULL\tNULL", properties) == [nil, nil])
        #expect(try parse("h:NULL\tk\tv", properties) == ["h=null", "k", "v"])
    }

    @Test func aMissingSeparatorIsAnErrorUnlessIgnored() throws {
        #expect(throws: CommandFailure.self) { try parse("no tab", [("parse.key", "true")]) }
        #expect(throws: CommandFailure.self) { try parse("no tab", [("parse.headers", "true")]) }
        #expect(throws: CommandFailure.self) { try parse("h\tv", [("parse.headers", "true")]) }
        #expect(try parse("no tab", [("parse.key", "true"), ("ignore.error", "true")]) == [nil, "no tab"])
    }

    @Test func anUnknownPropertyNamesTheKnownOnes() {
        #expect(throws: CommandFailure.self) { try parser([("parse.keys", "true")]) }
        #expect(throws: CommandFailure.self) { try parser([("key.separator", "")]) }
    }
}

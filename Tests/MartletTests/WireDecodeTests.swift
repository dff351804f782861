import ArgumentParser
import KafkaMessageJSON
import KafkaProtocol
import KafkaRecords
import KafkaWire
import NIOCore
import Testing

@testable import martlet

/// `martlet wire decode` and `encode`.
@Suite struct WireDecodeTests {
    private func options(_ api: String?, _ version: Int16?, _ kind: MessageKind?) throws -> MessageOptions {
        var arguments: [String] = []
        if let api { arguments += ["--api", api] }
        if let version { arguments += ["--version", "\(version)"] }
        if let kind { arguments += ["--kind", kind.rawValue] }
        return try MessageOptions.parse(arguments)
    }

    private func decode(
        _ hex: String, _ options: MessageOptions, header: Bool = false, records: Bool = false
    ) throws -> JSONValue {
        let bytes = try #require(Hexadecimal.decode(hex.utf8))
        return try MessageDecoding(options: options, hasHeader: header, showsRecords: records).json(of: bytes)
    }

    private func encode(_ json: String, _ options: MessageOptions, header: Bool = false) throws -> String {
        let json = try JSONValue(parsing: json.utf8)
        return Hexadecimal.encode(try MessageEncoding(options: options, hasHeader: header).bytes(of: json))
    }

    @Test func bodiesGoBothWays() throws {
        let options = try options("apiversions", 3, .request)
        let json = try decode("0261026200", options)
        #expect(json.text == #"{"clientSoftwareName":"a","clientSoftwareVersion":"b"}"#)
        #expect(try encode(json.text, options) == "0261026200")
        #expect(try decode("0261026200", try self.options("18", 3, .request)) == json)
    }

    @Test func aRequestHeaderSaysWhatFollows() throws {
        let hex = "0012" + "0003" + "00000001" + "0002" + "6d65" + "00" + "0261026200"
        let json = try decode(hex, options(nil, nil, .request), header: true)
        #expect(json["header"]?["clientId"] == .string("me"))
        #expect(json["body"]?["clientSoftwareVersion"] == .string("b"))
        let options = try options("ApiVersions", 3, .request)
        #expect(try encode(json.text, options, header: true) == hex)
        let short =
            #"{"header":{"correlationId":1,"clientId":"me"},"body":{"clientSoftwareName":"a","clientSoftwareVersion":"b"}}"#
        #expect(try encode(short, options, header: true) == hex)
        #expect(throws: CommandFailure.self) { try decode(hex, self.options("Fetch", nil, .request), header: true) }
        #expect(throws: CommandFailure.self) { try decode(hex, self.options(nil, 2, .request), header: true) }
        #expect(throws: CommandFailure.self) {
            try encode(short.replacing("\"correlationId\":1", with: "\"requestApiVersion\":2"), options, header: true)
        }
    }

    @Test func aResponseHeaderHasTheVersionOfItsBody() throws {
        let flexible = try decode(
            "00000007" + "00" + "00000000" + "001b" + "00", options("Heartbeat", 4, .response), header: true)
        #expect(flexible["header"]?["correlationId"] == .integer(7) && flexible["body"]?["errorCode"] == .integer(27))
        // The header of an ApiVersions response is never flexible (KIP-511).
        let versions = try decode(
            "00000007" + "0023" + "01" + "00000000" + "00", options("ApiVersions", 3, .response), header: true)
        #expect(versions["body"]?["errorCode"] == .integer(35))
    }

    @Test func otherMessagesHaveNames() throws {
        let options = try options("OffsetCommitKey", 1, nil)
        let json = try decode("0001670001740000002a", options)
        #expect(json.text == #"{"group":"g","topic":"t","partition":42}"#)
        #expect(try encode(json.text, options) == "0001670001740000002a")
    }

    @Test func recordsCanBeOpened() throws {
        var builder = RecordBatchBuilder(.init(compression: .gzip))
        try builder.append(
            timestamp: 5, key: nil, value: ByteBuffer(bytes: [0xff]), headers: [.init(key: "h", value: nil)])
        try builder.append(timestamp: 6, key: ByteBuffer(string: "k"), value: ByteBuffer(string: "v"))
        var records = try builder.build()
        records.writeBytes([1, 2, 3])
        var body = ByteBuffer()
        try body.writeMessage(
            ProduceRequest(topicData: [.init(name: "t", partitionData: [.init(index: 0, records: .bytes(records))])]),
            version: 9)
        let json = try decode(Hexadecimal.encode(body), options("Produce", 9, .request), records: true)
        let batches = try #require(json["topicData"]?[0]?["partitionData"]?[0]?["records"])
        #expect(batches[0]?["compression"] == .string("gzip") && batches[0]?["lastOffset"] == .integer(1))
        #expect(
            batches[0]?["records"]?.text
                == #"[{"offset":0,"timestamp":5,"key":null,"value":{"base64":"/w=="},"headers":[{"key":"h","value":null}]},"#
                + #"{"offset":1,"timestamp":6,"key":"k","value":"v","headers":[]}]"#)
        #expect(batches[1]?["incompleteBytes"] == .integer(3))
        #expect(RecordsJSON.json(of: ByteBuffer(repeating: 9, count: 40))[0]?["error"] != nil)
    }

    @Test func errorsSayWhatToDo() throws {
        func message(_ hex: String, _ options: MessageOptions) throws -> String {
            let failure = #expect(throws: CommandFailure.self) { try decode(hex, options) }
            return failure?.description ?? ""
        }
        #expect(try message("", options(nil, nil, nil)).contains("--api"))
        #expect(try message("", options("Fetch", 3, nil)).contains("--kind"))
        #expect(try message("", options("Fetch", nil, .request)).contains("--version of FetchRequest: 0 to 18"))
        #expect(try message("", options("Fetch", 19, .request)).contains("0 to 18, not 19"))
        #expect(try message("", options("OffsetCommitK", 1, nil)).contains("OffsetCommitKey"))
        #expect(try message("026102620000", options("ApiVersions", 3, .request)).contains("1 bytes are left"))
        #expect(try message("0261", options("ApiVersions", 3, .request)).contains("Not ApiVersionsRequest version 3"))
    }

    @Test func argumentsAreDigitsOrFiles() throws {
        #expect(try WireInput.bytes(["00 01", "fF"]) == ByteBuffer(bytes: [0, 1, 255]))
        for wrong in ["0", "xy", ""] where !wrong.isEmpty {
            #expect(throws: CommandFailure.self) { try WireInput.bytes([wrong]) }
        }
        #expect(try WireInput.json(" {\"a\": 1}")["a"] == .integer(1))
        #expect(throws: CommandFailure.self) { try WireInput.json("no-such-file.json") }
        #expect(throws: CommandFailure.self) { try WireInput.json("{") }
    }
}

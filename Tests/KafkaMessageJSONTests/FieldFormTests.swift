import KafkaMessageJSON
import KafkaProtocol
import KafkaWire
import NIOCore
import Testing

/// The forms that single fields take, where golden frames do not show them.
@Suite struct FieldFormTests {
    private func decode(_ message: some WireMessage, _ name: String, _ version: Int16) throws -> JSONValue {
        var bytes = ByteBuffer()
        try bytes.writeMessage(message, version: version)
        return try #require(MessageType(named: name)).decode(bytes, version: version)
    }

    private func encode(_ json: String, _ name: String, _ version: Int16) throws -> ByteBuffer {
        try #require(MessageType(named: name)).encode(JSONValue(parsing: json.utf8), version: version)
    }

    private func quota(_ value: Double) -> AlterClientQuotasRequest {
        AlterClientQuotasRequest(entries: [.init(ops: [.init(key: "k", value: value)])])
    }

    @Test(arguments: [
        (0.0, "0.0"), (-0.0, "-0.0"), (0.1, "0.1"), (.leastNonzeroMagnitude, "5e-324"), (.infinity, "\"Infinity\""),
        (-.infinity, "\"-Infinity\""), (.nan, "\"NaN\""),
        (Double(bitPattern: 0xfff0_0000_0000_0001), "\"NaN:fff0000000000001\""),
    ])
    func floatsKeepEveryBit(_ value: Double, _ text: String) throws {
        let json = try decode(quota(value), "AlterClientQuotasRequest", 1)
        #expect(json["entries"]?[0]?["ops"]?[0]?["value"]?.text == text)
        let back = try encode(json.text, "AlterClientQuotasRequest", 1)
            .decodeMessage(AlterClientQuotasRequest.self, version: 1)
        #expect(back.entries[0].ops[0].value.bitPattern == value.bitPattern)
    }

    @Test func unsignedNumbersReachTheirUpperEnd() throws {
        let json = #"{"voterId":1,"listeners":[{"name":"l","host":"h","port":65535}]}"#
        let bytes = try encode(json, "AddRaftVoterRequest", 0)
        #expect(try bytes.decodeMessage(AddRaftVoterRequest.self, version: 0).listeners[0].port == 65535)
        for port in ["65536", "-1", "1.5"] {
            #expect(throws: MessageJSONError.self) {
                try encode(json.replacing("65535", with: port), "AddRaftVoterRequest", 0)
            }
        }
    }

    @Test func unknownTaggedFieldsSurvive() throws {
        var response = HeartbeatResponse()
        response.unknownTaggedFields.set(tag: 70_000, data: ByteBuffer(bytes: [0xff, 0xfe]))
        response.unknownTaggedFields.set(tag: 3, data: ByteBuffer())
        let json = try decode(response, "HeartbeatResponse", 4)
        #expect(json["_taggedFields"]?.text == #"[{"tag":3,"data":""},{"tag":70000,"data":"//4="}]"#)
        let back = try encode(json.text, "HeartbeatResponse", 4).decodeMessage(HeartbeatResponse.self, version: 4)
        #expect(back.unknownTaggedFields.fields == response.unknownTaggedFields.fields)
        for wrong in [#"[{"tag":3,"data":"!"}]"#, #"[{"tag":-1,"data":""}]"#, #"[{"tag":3}]"#, "7"] {
            #expect(throws: MessageJSONError.self) {
                try encode("{\"_taggedFields\":\(wrong)}", "HeartbeatResponse", 4)
            }
        }
        let twice = #"{"_taggedFields":[{"tag":3,"data":""},{"tag":3,"data":""}]}"#
        #expect(throws: MessageJSONError.repeatedField(path: "_taggedFields")) {
            try encode(twice, "HeartbeatResponse", 4)
        }
    }

    @Test func taggedFieldsWithTheirDefaultsAreLeftOut() throws {
        let plain = try decode(FetchRequest(), "FetchRequest", 18)
        #expect(plain["clusterId"] == nil && plain["replicaState"] == nil && plain["maxWaitMs"] == .integer(0))
        let replica = try decode(
            FetchRequest(clusterId: "", replicaState: .init(replicaId: 3)), "FetchRequest", 18)
        #expect(replica["clusterId"] == .string(""))
        #expect(replica["replicaState"]?["replicaId"] == .integer(3))
        #expect(replica["replicaId"] == nil)
    }

    @Test func missingFieldsTakeTheirDefaults() throws {
        let bytes = try encode("{}", "FetchRequest", 12)
        var expected = ByteBuffer()
        try expected.writeMessage(FetchRequest(), version: 12)
        #expect(bytes == expected)
    }

    @Test func recordsMayBeShownInAnotherForm() throws {
        let response = FetchResponse(
            responses: [
                .init(topic: "t", partitions: [.init(partitionIndex: 1, records: .bytes(ByteBuffer(string: "abc")))])
            ])
        var bytes = ByteBuffer()
        try bytes.writeMessage(response, version: 12)
        let type = try #require(MessageType(api: .fetch, kind: .response))
        let partition = { (json: JSONValue) in json["responses"]?[0]?["partitions"]?[0]?["records"] }
        #expect(partition(try type.decode(bytes, version: 12)) == .string("YWJj"))
        let counted = try type.decode(bytes, version: 12) { .integer(Int64($0.readableBytes)) }
        #expect(partition(counted) == .integer(3))
    }

    @Test(arguments: ["", "A", "AA", "AAA", "A===", "AB==", "AAB=", "AA=A", "AAAA=", "AA-_"])
    func base64IsWhole(_ text: String) throws {
        let json = "{\"authBytes\":\"\(text)\"}"
        if text.isEmpty {
            #expect(throws: Never.self) { try encode(json, "SaslAuthenticateRequest", 0) }
        } else {
            #expect(throws: MessageJSONError.self) { try encode(json, "SaslAuthenticateRequest", 0) }
        }
    }
}

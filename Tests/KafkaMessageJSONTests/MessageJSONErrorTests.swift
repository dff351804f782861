import KafkaMessageJSON
import KafkaProtocol
import KafkaWire
import NIOCore
import Testing

/// Wrong input says which field is wrong, and how.
@Suite struct MessageJSONErrorTests {
    private func failure(_ json: String, _ name: String, _ version: Int16) throws -> MessageJSONError? {
        let type = try #require(MessageType(named: name))
        return #expect(throws: MessageJSONError.self) {
            try type.encode(JSONValue(parsing: json.utf8), version: version)
        }
    }

    @Test func anUnknownFieldIsNamedWithItsPath() throws {
        #expect(
            try failure(#"{"topics":[{"topic":"t"},{"partitions":[{"offset":1}]}]}"#, "FetchRequest", 12)
                == .unknownField(path: "topics[1].partitions[0].offset"))
    }

    @Test func aFieldGivenTwiceIsAnError() throws {
        #expect(try failure(#"{"minBytes":1,"minBytes":2}"#, "FetchRequest", 12) == .repeatedField(path: "minBytes"))
    }

    @Test func aWrongTypeSaysWhatWasExpectedAndFound() throws {
        let number = try failure(#"{"topics":[{"partitions":[{"partition":"1"}]}]}"#, "FetchRequest", 12)
        #expect(
            number?.description
                == "topics[0].partitions[0].partition: expected an integer from -2147483648 to 2147483647, "
                + "found the string \"1\"")
        let array = try failure(#"{"topics":{}}"#, "FetchRequest", 12)
        #expect(array?.description == "topics: expected an array, found an object")
        let whole = try failure("[]", "FetchRequest", 12)
        #expect(whole?.description == "the message: expected an object, found an array")
        let large = try failure(#"{"isolationLevel":128}"#, "FetchRequest", 12)
        #expect(large?.description == "isolationLevel: expected an integer from -128 to 127, found the number 128")
        let text = try failure(#"{"topics":[{"topic":null}]}"#, "FetchRequest", 12)
        #expect(text?.description == "topics[0].topic: expected a string, found null")
        let id = try failure(#"{"topics":[{"topicId":"AAAA"}]}"#, "FetchRequest", 13)
        #expect(
            id?.description
                == "topics[0].topicId: expected a UUID as 22 characters of URL-safe base64, found the string \"AAAA\"")
    }

    @Test func nullDependsOnTheVersion() throws {
        #expect(try failure(#"{"topics":null}"#, "MetadataRequest", 0) == .nullNotAllowed(path: "topics", version: 0))
        let type = try #require(MessageType(named: "MetadataRequest"))
        #expect(throws: Never.self) { try type.encode(JSONValue(parsing: #"{"topics":null}"#.utf8), version: 1) }
    }

    @Test func aDefaultThatTheVersionRefusesMustBeReplaced() throws {
        // The default of records is null, which ShareFetch no longer allows from version 1 on.
        let json = #"{"responses":[{"partitions":[{"partitionIndex":1}]}]}"#
        #expect(
            try failure(json, "ShareFetchResponse", 1) == .missing(path: "responses[0].partitions[0].records"))
    }

    @Test func whatTheVersionCannotHoldIsAnError() throws {
        #expect(
            try failure(#"{"replicaId":3}"#, "FetchRequest", 15)
                == .wire(.notRepresentable(field: "FetchRequest.replicaId", version: 15)))
        #expect(try failure("{}", "FetchRequest", 19) == .wire(.unsupportedVersion(19)))
    }

    @Test func bytesThatAreLeftAreAnError() {
        #expect(throws: MessageJSONError.trailingBytes(1)) {
            try MessageJSON.decode(
                apiKey: .listGroups, kind: .request, version: 0, bytes: ByteBuffer(bytes: [0]))
        }
        #expect(throws: MessageJSONError.wire(.unsupportedVersion(0))) {
            try MessageJSON.decode(apiKey: ApiKey(rawValue: 999), kind: .request, version: 0, bytes: ByteBuffer())
        }
    }
}

import KafkaMessageJSON
import KafkaProtocol
import KafkaWire
import NIOCore
import Testing

@testable import KafkaProxy

@Suite("Answers that tell of an error")
struct ErrorAnswerTests {
    /// Answers without any code: there is nothing to tell it by.
    private static let without: Set<ApiKey> = [.describeClientQuotas]

    static let served = ApiKey.all.filter { key in
        key.apiDescription?.listeners.contains(.broker) == true
    }

    @Test(
        "Every API has one at every version, which can be written and names what the request named", arguments: served)
    func everyApi(_ key: ApiKey) throws {
        for version in try #require(key.validVersions) {
            let request = try SampleMessages.request(key, version) { _, _ in "sample" }
            let answer = try #require(
                ErrorAnswer.make(to: request, version: version, .unknownServerError), "\(key.name) \(version)")
            var buffer = ByteBuffer()
            try buffer.writeMessage(answer, version: version)
            let json = try #require(MessageType(api: key, kind: .response)).decode(buffer, version: version)
            #expect(Self.codes(in: json).contains(-1), "\(key.name) \(version): \(json.text)")
            #expect(!Self.codes(in: json).contains(0), "\(key.name) \(version): \(json.text)")
        }
    }

    private static func codes(in json: JSONValue) -> [Int64] {
        switch json {
        case .object(let members):
            members.flatMap { member in
                if ["errorCode", "partitionErrorCode"].contains(member.name), let code = member.value.integerValue {
                    return [code]
                }
                return codes(in: member.value)
            }
        case .array(let elements): elements.flatMap(codes)
        default: []
        }
    }

    @Test("Partitions of a Produce and of a Fetch each have the code")
    func partitions() throws {
        let produce = ProduceRequest(
            acks: 1, topicData: [.init(name: "t", partitionData: [.init(index: 3), .init(index: 5)])])
        let produced = try #require(
            ErrorAnswer.make(to: produce, version: 9, .notLeaderOrFollower) as? ProduceResponse)
        #expect(produced.responses.map(\.name) == ["t"])
        #expect(produced.responses.first?.partitionResponses.map(\.index) == [3, 5])
        #expect(produced.responses.first?.partitionResponses.map(\.errorCode) == [6, 6])
        let fetch = FetchRequest(topics: [.init(topic: "t", partitions: [.init(partition: 7)])])
        let fetched = try #require(
            ErrorAnswer.make(to: fetch, version: 12, .topicAuthorizationFailed, onlyOf: .topicName) as? FetchResponse)
        #expect(fetched.errorCode == 0)
        #expect(fetched.responses.first?.topic == "t")
        #expect(fetched.responses.first?.partitions.map(\.partitionIndex) == [7])
        #expect(fetched.responses.first?.partitions.map(\.errorCode) == [29])
    }
}

import KafkaMessageJSON
import KafkaProtocol
import KafkaWire
import NIOCore
import Testing

@Suite struct MessageTypeTests {
    @Test func everyMessageIsListed() throws {
        for key in ApiKey.all {
            for kind in [MessageType.Kind.request, .response] {
                let type = try #require(MessageType(api: key, kind: kind))
                #expect(type.name.lowercased() == "\(key.name)\(kind)".lowercased())
                #expect(type.validVersions == key.validVersions)
            }
        }
        for name in ["RequestHeader", "OffsetCommitKey", "partitionrecord", "ConsumerProtocolAssignment"] {
            #expect(MessageType(named: name) != nil, "\(name)")
        }
        #expect(Set(MessageType.all.map(\.name)).count == MessageType.all.count)
        #expect(MessageType(api: .fetch, kind: .data) == nil && MessageType(named: "Fetch") == nil)
    }

    /// The defaults of every message at every version become JSON and come back as the same bytes.
    @Test func everyVersionOfEveryMessageGoesThere() throws {
        var count = 0
        for type in MessageType.all {
            for version in type.validVersions {
                let bytes: ByteBuffer
                do {
                    bytes = try type.encode(.object([]), version: version)
                } catch MessageJSONError.wire(.notRepresentable) {
                    // Some defaults are not those that old versions stand for.
                    continue
                }
                let json = try type.decode(bytes, version: version)
                #expect(try type.encode(json, version: version) == bytes, "\(type.name) \(version)")
                #expect(try type.reencode(bytes, version: version) == bytes, "\(type.name) \(version)")
                count += 1
            }
        }
        #expect(count > 800)
    }

    @Test func fieldsAreDescribed() throws {
        let fields = try #require(MessageType(api: .fetch, kind: .request)).fields
        let cluster = try #require(fields.first)
        #expect(cluster.name == "clusterId" && cluster.type == "string" && cluster.tag == 0)
        #expect(cluster.versions == 12...18 && cluster.nullableVersions == 12...18)
        let topics = try #require(fields.first { $0.name == "topics" })
        #expect(topics.type == "[struct]" && topics.isArray && topics.nullableVersions == nil)
        #expect(topics.fields[0].entity == .topicName && topics.fields[0].versions == 0...12)
        let records = try #require(MessageType(api: .produce, kind: .request)).fields
            .last?.fields.last?.fields.last
        #expect(records?.type == "records")
        let metadata = try #require(MessageType(api: .metadata, kind: .request)).fields
        #expect(metadata[0].nullableVersions == 1...13)
    }

    /// Fields that the generator says are there at a version are those that the codec reads and writes: a message
    /// whose JSON has other fields than its description would show a range that one of them has wrong.
    @Test func descriptionsAgreeWithTheJSON() throws {
        for frame in try GoldenFixture.load() {
            let type = try #require(MessageType(api: frame.apiKey, kind: frame.kind))
            check(frame.json, type.fields, frame.version, frame.label)
        }
    }

    private func check(_ json: JSONValue, _ fields: [FieldDescription], _ version: Int16, _ label: String) {
        switch json {
        case .array(let elements):
            for element in elements { check(element, fields, version, label) }
        case .object(let members):
            let there = fields.filter { $0.versions.contains(version) }
            for member in members {
                let field = there.first { $0.name == member.name }
                #expect(field != nil, "\(label): \(member.name)")
                check(member.value, field?.fields ?? [], version, label)
            }
            for field in there where field.tag == nil {
                #expect(members.contains { $0.name == field.name }, "\(label): \(field.name)")
            }
        default: break
        }
    }
}

import KafkaMessageJSON
import KafkaRecords
import KafkaWire
import NIOCore

/// Makes the records of Kafka's internal topics readable, in the forms that kafka-dump-log has for them.
enum InternalRecordDecoder: Sendable {
    /// `__consumer_offsets`
    case offsets
    /// `__transaction_state`
    case transactions
    /// `__cluster_metadata`
    case clusterMetadata
    /// `__share_group_state`
    case shareGroupState

    /// Key and value as JSON; nil where there is none. What cannot be decoded is a text that says so.
    func decode(_ record: Record) -> (key: JSONValue?, value: JSONValue?) {
        switch self {
        case .clusterMetadata: (nil, Self.metadata(record))
        case .offsets: Self.keyed(record, Self.groupTypes)
        case .transactions: Self.keyed(record, ["TransactionLog"])
        case .shareGroupState: Self.keyed(record, ["ShareSnapshot", "ShareUpdate"])
        }
    }

    private static let groupTypes = [
        "OffsetCommit", "GroupMetadata", "ConsumerGroupMetadata", "ConsumerGroupPartitionMetadata",
        "ConsumerGroupMemberMetadata", "ConsumerGroupTargetAssignmentMetadata", "ConsumerGroupTargetAssignmentMember",
        "ConsumerGroupCurrentMemberAssignment", "ShareGroupPartitionMetadata", "ShareGroupMemberMetadata",
        "ShareGroupMetadata", "ShareGroupTargetAssignmentMetadata", "ShareGroupTargetAssignmentMember",
        "ShareGroupCurrentMemberAssignment", "ShareGroupStatePartitionMetadata",
    ]

    /// A key begins with its type, which is its version at once; a value with its version.
    private static func keyed(_ record: Record, _ names: [String]) -> (key: JSONValue?, value: JSONValue?) {
        guard var key = record.key, let number = key.readInteger(as: Int16.self) else {
            return (.string("Record at offset \(record.offset) has no key."), nil)
        }
        let name = names.first { MessageType(named: $0 + "Key")?.validVersions.contains(number) == true }
        guard let name, let keyType = MessageType(named: name + "Key"),
            let valueType = MessageType(named: name + "Value")
        else { return (.string("Unknown record type \(number) at offset \(record.offset), skipping."), nil) }
        do throws(MessageJSONError) {
            let json = JSONValue.object([
                .init("type", .string(String(number))), .init("data", try keyType.decode(key, version: number)),
            ])
            guard var value = record.value else { return (json, .string("<DELETE>")) }
            let version = value.readInteger(as: Int16.self) ?? -1
            var data = try valueType.decode(value, version: version)
            if name == "GroupMetadata" { data = withConsumerProtocol(data) }
            return (json, .object([.init("version", .string(String(version))), .init("data", data)]))
        } catch {
            return (.string("Error at offset \(record.offset), skipping. \(error)"), nil)
        }
    }

    private static func metadata(_ record: Record) -> JSONValue {
        guard var value = record.value else { return .null }
        guard let frame = value.readUnsignedVarint(), frame == 1, let kind = value.readUnsignedVarint(),
            let version = value.readUnsignedVarint()
        else { return .string("Error at \(record.offset), skipping. The record has no known frame.") }
        let type = MessageType.all.first { $0.kind == .record && $0.number.map(UInt32.init) == kind }
        guard let type else { return .string("Error at \(record.offset), skipping. Unknown metadata record \(kind).") }
        do throws(MessageJSONError) {
            return .object([
                .init("type", .string(upperSnake(type.name))), .init("version", .integer(Int64(version))),
                .init("data", try type.decode(value, version: Int16(clamping: version))),
            ])
        } catch {
            return .string("Error at \(record.offset), skipping. \(error)")
        }
    }

    /// `TopicRecord` becomes `TOPIC_RECORD`.
    private static func upperSnake(_ name: String) -> String {
        name.reduce(into: "") { text, character in
            if character.isUppercase, !text.isEmpty { text += "_" }
            text += character.uppercased()
        }
    }

    /// Subscriptions and assignments of consumers are messages of their own; those of other clients stay as they are.
    private static func withConsumerProtocol(_ data: JSONValue) -> JSONValue {
        guard data["protocolType"]?.stringValue == "consumer" else { return data }
        return data.replacing("members") { members in
            guard case .array(let members) = members else { return members }
            return .array(
                members.map { member in
                    member.replacing("subscription") { embedded($0, "ConsumerProtocolSubscription") }
                        .replacing("assignment") { embedded($0, "ConsumerProtocolAssignment") }
                })
        }
    }

    private static func embedded(_ value: JSONValue, _ name: String) -> JSONValue {
        guard let text = value.stringValue, var buffer = Base64.decode(text), let type = MessageType(named: name) else {
            return value
        }
        guard let version = buffer.readInteger(as: Int16.self) else { return value }
        return (try? type.read(from: &buffer, version: version)) ?? value
    }
}

extension JSONValue {
    /// The object with a member's value changed; other values stay as they are.
    fileprivate func replacing(_ name: String, _ change: (JSONValue) -> JSONValue) -> JSONValue {
        guard case .object(var members) = self, let index = members.firstIndex(where: { $0.name == name }) else {
            return self
        }
        members[index].value = change(members[index].value)
        return .object(members)
    }
}

extension ByteBuffer {
    /// An unsigned varint of at most five bytes.
    fileprivate mutating func readUnsignedVarint() -> UInt32? {
        var value: UInt64 = 0
        for shift: UInt64 in stride(from: 0, through: 28, by: 7) {
            guard let byte: UInt8 = readInteger() else { return nil }
            value |= UInt64(byte & 0x7F) << shift
            if byte & 0x80 == 0 { return UInt32(truncatingIfNeeded: value) }
        }
        return nil
    }
}

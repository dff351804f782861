import KafkaProtocol
import KafkaWire
import NIOCore

/// Any message. Three bytes choose it: a group (requests, responses, metadata records, all by name), a number within the
/// group, and a version, counted from the first one.
enum MessageTarget {
    static func run(_ input: ByteBuffer) {
        var body = input
        guard let (group, number, step) = body.readMultipleIntegers(as: (UInt8, UInt8, UInt8).self),
            let type = type(group: group, number: number)
        else { return }
        RoundTrip.check(type, body, version: type.validVersions.lowerBound + Int16(step))
    }

    private static func type(group: UInt8, number: UInt8) -> (any WireMessage.Type)? {
        switch group {
        case 0: ApiKey(rawValue: Int16(number)).requestType
        case 1: ApiKey(rawValue: Int16(number)).responseType
        case 2: MetadataRecordType(rawValue: Int16(number)).messageType
        default: MessageCatalog.all[Int(number) % MessageCatalog.all.count].type
        }
    }
}

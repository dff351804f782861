import KafkaWire
import NIOCore

/// A response that is nothing but bytes.
struct Blob: ResponseMessage {
    static let apiKey = ApiKey(rawValue: 1000)
    static let validVersions: ClosedRange<Int16> = 0...1
    static func isFlexible(_ version: Int16) -> Bool { false }

    var bytes: ByteBuffer

    init(_ bytes: ByteBuffer) {
        self.bytes = bytes
    }

    init(from reader: inout WireReader, version: Int16) throws(WireError) {
        bytes = try reader.readSlice(reader.remaining)
    }

    func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        bytes.withUnsafeReadableBytes { writer.writeRaw($0) }
    }
}

/// A response of some records fields, as Fetch has them.
struct RecordsResponse: ResponseMessage {
    static let apiKey = ApiKey(rawValue: 1)
    static let validVersions: ClosedRange<Int16> = 0...12
    static func isFlexible(_ version: Int16) -> Bool { version >= 12 }

    var parts: [Records]

    init(_ parts: [Records]) {
        self.parts = parts
    }

    init(from reader: inout WireReader, version: Int16) throws(WireError) {
        throw .unsupportedVersion(version)
    }

    func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        for (index, part) in parts.enumerated() {
            writer.writeInt32(Int32(index))
            try writer.writeRecords(part, flexible: false)
        }
    }
}

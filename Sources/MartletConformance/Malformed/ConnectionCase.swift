import KafkaProtocol
import KafkaWire
import NIOCore

/// Bytes that are no request at all, or one of an API that nobody serves.
enum ConnectionCase {
    /// Every one must end the connection.
    static func all(_ offered: OfferedVersions) -> [MalformedCase] {
        frames() + foreign() + unknownApis(offered)
    }

    private static func frames() -> [MalformedCase] {
        let head = header(.metadata, version: 1)
        return [
            MalformedCase(kind: "frame", detail: "of no bytes", frame: ByteBuffer()),
            MalformedCase(kind: "frame", detail: "of -1 bytes", frame: head, length: -1),
            MalformedCase(kind: "frame", detail: "of the most negative length", frame: head, length: .min),
            MalformedCase(kind: "frame", detail: "of 2 GiB", frame: head, length: .max),
            MalformedCase(kind: "header", detail: "of one byte", frame: ByteBuffer(bytes: [0])),
            MalformedCase(
                kind: "header", detail: "without client id", frame: head.getSlice(at: 0, length: 8) ?? head),
        ]
    }

    private static func foreign() -> [MalformedCase] {
        let http = ByteBuffer(string: " / HTTP/1.1\r\nHost: broker\r\n\r\n")
        let hello = ByteBuffer(bytes: [0x00, 0x01, 0x00, 0x00, 0xFC, 0x03, 0x03] + [UInt8](repeating: 7, count: 60))
        return [
            MalformedCase(kind: "other protocol", detail: "HTTP", frame: http, length: 0x4745_5420),
            MalformedCase(kind: "other protocol", detail: "TLS", frame: hello, length: 0x1603_0100),
        ]
    }

    private static func unknownApis(_ offered: OfferedVersions) -> [MalformedCase] {
        let numbers: [Int16] = [-1, .min, 999, .max] + ApiKey.all.filter { offered[$0] == nil }.map(\.rawValue)
        return numbers.map { number in
            let frame = header(ApiKey(rawValue: number), version: 0)
            return MalformedCase(kind: "unknown API", detail: "\(ApiKey(rawValue: number).name)", frame: frame)
        }
    }

    /// Versions next to those that are offered. ApiVersions answers them all (KIP-511).
    static func unknownVersions(_ api: ApiKey, _ range: ClosedRange<Int16>) -> [MalformedCase] {
        guard api != .apiVersions else { return [] }
        let versions: [Int16] = [range.lowerBound - 1, range.upperBound + 1, -1, .max, .min]
        return Set(versions).sorted().map { version in
            MalformedCase(kind: "unknown version", detail: "\(version)", frame: header(api, version: version))
        }
    }

    static func header(_ api: ApiKey, version: Int16) -> ByteBuffer {
        var frame = ByteBuffer()
        frame.writeInteger(api.rawValue)
        frame.writeInteger(version)
        frame.writeInteger(Int32(1))
        frame.writeInteger(Int16(3))
        frame.writeString("kit")
        frame.writeRepeatingByte(0, count: 12)
        return frame
    }
}

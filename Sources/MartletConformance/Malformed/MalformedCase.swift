import KafkaProtocol
import KafkaWire
import NIOCore

/// A request that no broker can read, with what is wrong with it.
struct MalformedCase: Sendable {
    /// The kind of fault.
    let kind: String
    let detail: String
    let frame: ByteBuffer
    /// What stands before the frame, if not its length.
    var length: Int32?

    /// Every malformed request of one version of an API; each must end the connection.
    static func all(_ api: ApiKey, version: Int16) -> [MalformedCase] {
        guard let sample = SampleRequest(api, version: version, correlationId: 1, elements: 1) else { return [] }
        return truncations(sample) + lengths(sample) + tags(sample)
    }

    private static func truncations(_ sample: SampleRequest) -> [MalformedCase] {
        (0..<sample.frame.readableBytes).compactMap { count in
            sample.frame.getSlice(at: 0, length: count).map {
                MalformedCase(
                    kind: "truncated", detail: "after \(count) bytes", frame: $0)
            }
        }
    }

    private static func lengths(_ sample: SampleRequest) -> [MalformedCase] {
        sample.lengths.flatMap { length -> [MalformedCase] in
            var cases: [MalformedCase] = []
            func add(_ kind: String, _ bytes: [UInt8]) {
                let frame = replacing(length, in: sample.frame, with: bytes)
                cases.append(MalformedCase(kind: kind, detail: length.field, frame: frame))
            }
            if length.isCompact {
                add("huge length", [0xFF, 0xFF, 0xFF, 0xFF, 0x07])
                add("length too long by one", [0x7F])
                add("endless length", [UInt8](repeating: 0xFF, count: 10))
                if !length.mayBeNull { add("null", [0]) }
            } else {
                add("huge length", [0x7F] + [UInt8](repeating: 0xFF, count: length.size - 1))
                if !length.mayBeNull {
                    add("null", [UInt8](repeating: 0xFF, count: length.size))
                    add("negative length", [UInt8](repeating: 0xFF, count: length.size - 1) + [0xFE])
                    add("most negative length", [0x80] + [UInt8](repeating: 0, count: length.size - 1))
                }
            }
            return cases
        }
    }

    private static func replacing(
        _ length: SampleRequest.Length, in frame: ByteBuffer, with bytes: [UInt8]
    ) -> ByteBuffer {
        var result = frame.getSlice(at: 0, length: length.offset) ?? ByteBuffer()
        result.writeBytes(bytes)
        let rest = length.offset + length.size
        if let end = frame.getSlice(at: rest, length: frame.readableBytes - rest) { result.writeImmutableBuffer(end) }
        return result
    }

    /// A tagged field that is announced and does not follow, or is longer than what is left.
    private static func tags(_ sample: SampleRequest) -> [MalformedCase] {
        guard let place = sample.lastTags, let head = sample.frame.getSlice(at: 0, length: place) else { return [] }
        let faults: [(String, [UInt8])] = [("missing tagged field", [1]), ("tagged field too long", [1, 0x63, 0x7F])]
        return faults.map { kind, bytes in
            var frame = head
            frame.writeBytes(bytes)
            return MalformedCase(kind: kind, detail: "at the end", frame: frame)
        }
    }
}

import KafkaWire
import NIOCore

/// The limit that decoding is held against: every field of a Metadata response of version 13 is loaded, with every
/// bound checked, and nothing is kept.
struct MetadataWalk {
    private let bytes: UnsafeRawBufferPointer
    private var offset = 0
    /// How many fields were met, counts and lengths among them not counted.
    private(set) var fields = 0

    private init(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
    }

    /// A sum over all fields, so that none can be left out; nil when the bytes do not fit.
    @inline(never)
    static func sum(_ buffer: ByteBuffer) -> UInt64? {
        buffer.withUnsafeReadableBytes { bytes in
            var walk = MetadataWalk(bytes)
            return walk.response()
        }
    }

    /// How many fields the message has.
    static func fieldCount(_ buffer: ByteBuffer) -> Int {
        buffer.withUnsafeReadableBytes { bytes in
            var walk = MetadataWalk(bytes)
            _ = walk.response()
            return walk.fields
        }
    }

    @inline(__always)
    private mutating func integer<T: FixedWidthInteger & BitwiseCopyable>(_: T.Type) -> UInt64? {
        guard bytes.count &- offset >= MemoryLayout<T>.size else { return nil }
        let value = T(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: T.self))
        offset &+= MemoryLayout<T>.size
        fields &+= 1
        return UInt64(truncatingIfNeeded: value)
    }

    @inline(__always)
    private mutating func length() -> Int? {
        var value = 0
        var shift = 0
        while offset < bytes.count, shift < 35 {
            let byte = Int(bytes[offset])
            offset &+= 1
            value |= (byte & 0x7f) &<< shift
            if byte < 0x80 { return value &- 1 }
            shift &+= 7
        }
        return nil
    }

    @inline(__always)
    private mutating func string() -> UInt64? {
        guard let length = length() else { return nil }
        guard length <= bytes.count &- offset else { return nil }
        offset &+= max(length, 0)
        fields &+= 1
        return UInt64(truncatingIfNeeded: length)
    }

    @inline(__always)
    private mutating func nodes() -> UInt64? {
        guard let count = length(), count <= bytes.count &- offset else { return nil }
        var sum: UInt64 = 0
        for _ in 0..<max(count, 0) {
            guard let node = integer(Int32.self) else { return nil }
            sum &+= node
        }
        return sum
    }

    private mutating func response() -> UInt64? {
        guard let throttle = integer(Int32.self), let brokers = length() else { return nil }
        var sum = throttle
        for _ in 0..<max(brokers, 0) {
            guard let node = integer(Int32.self), let host = string(), let port = integer(Int32.self),
                let rack = string(), let tags = length()
            else { return nil }
            sum &+= node &+ host &+ port &+ rack &+ UInt64(truncatingIfNeeded: tags)
        }
        guard let cluster = string(), let controller = integer(Int32.self), let topics = length() else { return nil }
        sum &+= cluster &+ controller
        for _ in 0..<max(topics, 0) {
            guard let topic = topic() else { return nil }
            sum &+= topic
        }
        guard let error = integer(Int16.self), let tags = length() else { return nil }
        return sum &+ error &+ UInt64(truncatingIfNeeded: tags)
    }

    @inline(__always)
    private mutating func topic() -> UInt64? {
        guard let error = integer(Int16.self), let name = string(), let high = integer(UInt64.self),
            let low = integer(UInt64.self), let isInternal = integer(UInt8.self), let partitions = length()
        else { return nil }
        var sum = error &+ name &+ high &+ low &+ isInternal
        for _ in 0..<max(partitions, 0) {
            guard let partition = partition() else { return nil }
            sum &+= partition
        }
        guard let operations = integer(Int32.self), let tags = length() else { return nil }
        return sum &+ operations &+ UInt64(truncatingIfNeeded: tags)
    }

    @inline(__always)
    private mutating func partition() -> UInt64? {
        guard let error = integer(Int16.self), let index = integer(Int32.self), let leader = integer(Int32.self),
            let epoch = integer(Int32.self), let replicas = nodes(), let inSync = nodes(), let offline = nodes(),
            let tags = length()
        else { return nil }
        return error &+ index &+ leader &+ epoch &+ replicas &+ inSync &+ offline
            &+ UInt64(truncatingIfNeeded: tags)
    }
}

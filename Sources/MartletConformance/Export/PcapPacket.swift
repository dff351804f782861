import NIOCore

/// One end of a TCP connection in a packet capture.
struct PcapEndpoint: Sendable, Hashable {
    /// IPv4 address.
    var address: UInt32
    var port: UInt16
    /// The number of its next byte.
    var sequence: UInt32 = 1000
}

/// A TCP segment in IPv4 in Ethernet, as a record of a pcap file.
struct PcapPacket {
    /// The flags of TCP that are used.
    struct Flags: OptionSet {
        let rawValue: UInt8

        static let fin = Flags(rawValue: 0x01)
        static let syn = Flags(rawValue: 0x02)
        static let push = Flags(rawValue: 0x08)
        static let acknowledge = Flags(rawValue: 0x10)
    }

    /// What a segment carries at most, as on an Ethernet.
    static let mostPayload = 1460
    private static let ethernetSize = 14
    private static let ipSize = 20
    /// Window scale 14: no frame of Kafka's fills the window.
    private static let synOptions: [UInt8] = [2, 4, 0x05, 0xb4, 1, 3, 3, 14]

    var source: PcapEndpoint
    var destination: PcapEndpoint
    var flags: Flags
    var payload = ByteBuffer()

    /// The head of a pcap file: microseconds, Ethernet.
    static func fileHeader(to output: inout ByteBuffer) {
        output.writeMultipleIntegers(
            UInt32(0xa1b2_c3d4), UInt16(2), UInt16(4), UInt32(0), UInt32(0), UInt32(262_144), UInt32(1))
    }

    /// Appends the packet.
    ///
    /// - Parameter microseconds: since 1970.
    func write(to output: inout ByteBuffer, microseconds: Int64) {
        let options = flags.contains(.syn) ? Self.synOptions : []
        let segment = segment(options: options)
        let size = Self.ethernetSize + Self.ipSize + segment.readableBytes
        let time = max(0, microseconds)
        output.writeMultipleIntegers(
            UInt32(truncatingIfNeeded: time / 1_000_000), UInt32(time % 1_000_000), UInt32(size), UInt32(size))
        // Locally administered addresses, named after the ends.
        output.writeMultipleIntegers(UInt16(0x0200), destination.address, UInt16(0x0200), source.address)
        output.writeInteger(UInt16(0x0800))
        output.writeImmutableBuffer(ipHeader(length: Self.ipSize + segment.readableBytes))
        output.writeImmutableBuffer(segment)
    }

    private func ipHeader(length: Int) -> ByteBuffer {
        var header = ByteBuffer()
        header.writeMultipleIntegers(UInt16(0x4500), UInt16(truncatingIfNeeded: length))
        header.writeMultipleIntegers(UInt16(truncatingIfNeeded: source.sequence), UInt16(0x4000), UInt8(64), UInt8(6))
        header.writeMultipleIntegers(UInt16(0), source.address, destination.address)
        header.setInteger(Self.checksum(header), at: 10)
        return header
    }

    private func segment(options: [UInt8]) -> ByteBuffer {
        var segment = ByteBuffer()
        segment.writeMultipleIntegers(source.port, destination.port, source.sequence)
        segment.writeInteger(flags.contains(.acknowledge) ? destination.sequence : 0)
        segment.writeInteger(UInt8((20 + options.count) / 4) << 4)
        segment.writeMultipleIntegers(flags.rawValue, UInt16.max, UInt16(0), UInt16(0))
        segment.writeBytes(options)
        segment.writeImmutableBuffer(payload)
        var pseudo = ByteBuffer()
        pseudo.writeMultipleIntegers(source.address, destination.address, UInt16(6))
        pseudo.writeInteger(UInt16(truncatingIfNeeded: segment.readableBytes))
        segment.setInteger(Self.checksum(segment, after: Self.sum(pseudo)), at: 16)
        return segment
    }

    /// The internet checksum of bytes behind others of a given sum.
    private static func checksum(_ bytes: ByteBuffer, after sum: UInt64 = 0) -> UInt16 {
        var folded = sum &+ Self.sum(bytes)
        while folded > 0xffff { folded = folded & 0xffff &+ folded >> 16 }
        return ~UInt16(truncatingIfNeeded: folded)
    }

    private static func sum(_ bytes: ByteBuffer) -> UInt64 {
        bytes.withUnsafeReadableBytes { region in
            var sum: UInt64 = 0
            var index = 0
            while index &+ 1 < region.count {
                sum &+= UInt64(region[index]) << 8 | UInt64(region[index &+ 1])
                index &+= 2
            }
            if index < region.count { sum &+= UInt64(region[index]) << 8 }
            return sum
        }
    }
}

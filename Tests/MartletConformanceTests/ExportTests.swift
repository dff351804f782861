import NIOCore
import Testing

@testable import MartletConformance

@Suite struct ExportTests {
    private func frame(
        _ connection: Int, _ direction: CapturedFrame.Direction, size: Int, at microseconds: Int64 = 1
    ) -> CaptureEntry {
        let bytes = ByteBuffer(bytes: (0..<size).map { UInt8(truncatingIfNeeded: $0) })
        return .frame(
            CapturedFrame(connection: connection, microseconds: microseconds, direction: direction, bytes: bytes),
            FrameNotes())
    }

    @Test func linesHaveTheFormOfTheReference() {
        var output = ByteBuffer()
        var lines = JSONLinesExport()
        let request = CapturedFrame(
            connection: 2, microseconds: 609_341, direction: .request,
            bytes: ByteBuffer(bytes: [0, 18, 0, 4, 0, 0, 0, 9, 0xff]))
        lines.append(request, FrameNotes(apiKey: 18, apiVersion: 4), to: &output)
        let token = CapturedFrame(
            connection: 2, microseconds: 609_342, direction: .response, bytes: ByteBuffer(bytes: [1, 2]))
        lines.append(token, FrameNotes(isToken: true), to: &output)
        #expect(
            String(buffer: output) == """
                {"conn": 2, "n": 0, "us": 609341, "dir": "request", "apiKey": 18, "apiVersion": 4, "correlationId": 9, \
                "hex": "0012000400000009ff"}
                {"conn": 2, "n": 1, "us": 609342, "dir": "response", "apiKey": -1, "apiVersion": -1, \
                "correlationId": -1, "hex": "0102"}

                """)
    }

    @Test func packetsMakeUpSoundStreams() throws {
        var output = ByteBuffer()
        var export = PcapExport(startMicroseconds: 1_700_000_000_000_000, to: &output)
        let entries = [
            .opened(CapturedConnection(number: 1, nodeId: 7)), frame(1, .request, size: 10),
            frame(1, .response, size: 5000, at: 1_500_000), frame(2, .request, size: 0),
            .closed(connection: 1, microseconds: 3),
        ]
        for entry in entries { export.append(entry, to: &output) }
        let packets = try PacketFile.packets(output)
        for packet in packets {
            #expect(packet.ipChecksumIsRight && packet.tcpChecksumIsRight)
            #expect(packet.payload.count <= 1460)
        }
        let first = packets.filter { $0.clientPort == 10_001 }
        // Handshake, request and its receipt, four segments and theirs, farewell.
        #expect(first.count == 3 + 2 + 5 + 3)
        #expect(first.prefix(3).map(\.flags) == [0x02, 0x12, 0x10])
        #expect(first.suffix(3).map(\.flags) == [0x11, 0x11, 0x10])
        #expect(Set(packets.map(\.brokerPort)) == [9092])
        for fromClient in [true, false] {
            let side = first.filter { $0.isFromClient == fromClient }
            var next = try #require(side.first?.sequence)
            for packet in side {
                #expect(packet.sequence == next)
                next &+= UInt32(packet.payload.count) + (packet.flags & 0x03 != 0 ? 1 : 0)
            }
            let sent = side.flatMap(\.payload)
            let size = fromClient ? 10 : 5000
            #expect(
                sent == Array(ByteBuffer(integer: Int32(size)).readableBytesView)
                    + (0..<size).map { UInt8(truncatingIfNeeded: $0) })
        }
        #expect(first.contains { $0.seconds == 1_700_000_001 && $0.microseconds == 500_000 })
        #expect(packets.filter { $0.clientPort == 10_002 }.flatMap(\.payload) == [0, 0, 0, 0])
    }
}

/// Reads what a packet capture holds.
private struct PacketFile {
    var seconds: UInt32
    var microseconds: UInt32
    var flags: UInt8
    var sequence: UInt32
    var isFromClient: Bool
    var clientPort: UInt16
    var brokerPort: UInt16
    var payload: [UInt8]
    var ipChecksumIsRight: Bool
    var tcpChecksumIsRight: Bool

    static func packets(_ file: ByteBuffer) throws -> [PacketFile] {
        var rest = file
        let magic: UInt32? = rest.readInteger()
        try #require(magic == 0xa1b2_c3d4)
        rest.moveReaderIndex(forwardBy: 20)
        var packets: [PacketFile] = []
        while let seconds: UInt32 = rest.readInteger(), let microseconds: UInt32 = rest.readInteger(),
            let size: UInt32 = rest.readInteger(), let whole: UInt32 = rest.readInteger(), size == whole,
            let bytes = rest.readBytes(length: Int(size))
        {
            packets.append(packet(bytes, seconds, microseconds))
        }
        #expect(rest.readableBytes == 0)
        return packets
    }

    private static func packet(_ bytes: [UInt8], _ seconds: UInt32, _ microseconds: UInt32) -> PacketFile {
        let address = bytes[14..<34]
        let tcp = Array(bytes[34...])
        let head = Int(tcp[12] >> 4) * 4
        let from = UInt16(tcp[0]) << 8 | UInt16(tcp[1])
        let to = UInt16(tcp[2]) << 8 | UInt16(tcp[3])
        let length = [UInt8(tcp.count >> 8), UInt8(tcp.count & 0xff)]
        let pseudo = Array(address.suffix(8)) + [0, 6] + length
        return PacketFile(
            seconds: seconds, microseconds: microseconds, flags: tcp[13],
            sequence: tcp[4..<8].reduce(0) { $0 << 8 | UInt32($1) }, isFromClient: to == 9092,
            clientPort: to == 9092 ? from : to, brokerPort: to == 9092 ? to : from, payload: Array(tcp[head...]),
            ipChecksumIsRight: sum(Array(address)) == 0xffff, tcpChecksumIsRight: sum(pseudo + tcp) == 0xffff)
    }

    /// With the checksum in its place, the sum of sound bytes is all ones.
    private static func sum(_ bytes: [UInt8]) -> Int {
        var sum = 0
        for (index, byte) in bytes.enumerated() { sum += index % 2 == 0 ? Int(byte) << 8 : Int(byte) }
        while sum > 0xffff { sum = sum & 0xffff + sum >> 16 }
        return sum
    }
}

public import NIOCore

/// Writes a capture as a packet capture, for Wireshark and its kind.
///
/// The TCP connections are made up: clients are 10.0.0.x with a port for each connection, brokers 10.1.x.y after their
/// number, on port 9092, by which a dissector knows Kafka. Every frame begins a segment.
public struct PcapExport: Sendable {
    private static let brokerPort: UInt16 = 9092
    private static let firstClientPort = 10_000
    private static let portsOfClient = 50_000

    private struct Ends {
        var client: PcapEndpoint
        var broker: PcapEndpoint
    }

    private let startMicroseconds: Int64
    private var open: [Int: Ends] = [:]

    /// Begins a file.
    ///
    /// - Parameter startMicroseconds: the capture's start, since 1970.
    public init(startMicroseconds: Int64, to output: inout ByteBuffer) {
        self.startMicroseconds = startMicroseconds
        PcapPacket.fileHeader(to: &output)
    }

    /// Appends the packets of an entry.
    public mutating func append(_ entry: CaptureEntry, to output: inout ByteBuffer) {
        switch entry {
        case .opened(let connection):
            _ = ends(of: connection.number, nodeId: connection.nodeId, connection.microseconds, &output)
        case .frame(let frame, _): append(frame, to: &output)
        case .closed(let connection, let microseconds):
            guard let ends = open.removeValue(forKey: connection) else { return }
            close(ends, microseconds, &output)
        }
    }

    /// The ports of a connection; one that was not open yet shakes hands.
    private mutating func ends(
        of connection: Int, nodeId: Int32, _ microseconds: Int64, _ output: inout ByteBuffer
    ) -> Ends {
        if let known = open[connection] { return known }
        let client = UInt32(truncatingIfNeeded: connection / Self.portsOfClient)
        var ends = Ends(
            client: PcapEndpoint(
                address: 0x0a00_0001 &+ client & 0xffff,
                port: UInt16(truncatingIfNeeded: Self.firstClientPort + connection % Self.portsOfClient)),
            broker: PcapEndpoint(
                address: 0x0a01_0000 | UInt32(UInt16(truncatingIfNeeded: nodeId &+ 2)), port: Self.brokerPort))
        write(ends.client, ends.broker, .syn, microseconds, &output)
        ends.client.sequence &+= 1
        write(ends.broker, ends.client, [.syn, .acknowledge], microseconds, &output)
        ends.broker.sequence &+= 1
        write(ends.client, ends.broker, .acknowledge, microseconds, &output)
        open[connection] = ends
        return ends
    }

    private mutating func append(_ frame: CapturedFrame, to output: inout ByteBuffer) {
        var ends = ends(of: frame.connection, nodeId: -1, frame.microseconds, &output)
        var bytes = ByteBuffer()
        bytes.reserveCapacity(frame.bytes.readableBytes + 4)
        bytes.writeInteger(UInt32(clamping: frame.bytes.readableBytes))
        bytes.writeImmutableBuffer(frame.bytes)
        if frame.direction == .request {
            send(&bytes, from: &ends.client, to: ends.broker, frame.microseconds, &output)
        } else {
            send(&bytes, from: &ends.broker, to: ends.client, frame.microseconds, &output)
        }
        open[frame.connection] = ends
    }

    private func send(
        _ bytes: inout ByteBuffer, from sender: inout PcapEndpoint, to receiver: PcapEndpoint, _ microseconds: Int64,
        _ output: inout ByteBuffer
    ) {
        while let part = bytes.readSlice(length: min(PcapPacket.mostPayload, bytes.readableBytes)),
            part.readableBytes > 0
        {
            let flags: PcapPacket.Flags = bytes.readableBytes == 0 ? [.push, .acknowledge] : .acknowledge
            write(sender, receiver, flags, microseconds, &output, payload: part)
            sender.sequence &+= UInt32(part.readableBytes)
        }
        write(receiver, sender, .acknowledge, microseconds, &output)
    }

    private func close(_ ends: Ends, _ microseconds: Int64, _ output: inout ByteBuffer) {
        var ends = ends
        write(ends.client, ends.broker, [.fin, .acknowledge], microseconds, &output)
        ends.client.sequence &+= 1
        write(ends.broker, ends.client, [.fin, .acknowledge], microseconds, &output)
        ends.broker.sequence &+= 1
        write(ends.client, ends.broker, .acknowledge, microseconds, &output)
    }

    private func write(
        _ source: PcapEndpoint, _ destination: PcapEndpoint, _ flags: PcapPacket.Flags, _ microseconds: Int64,
        _ output: inout ByteBuffer, payload: ByteBuffer = ByteBuffer()
    ) {
        PcapPacket(source: source, destination: destination, flags: flags, payload: payload)
            .write(to: &output, microseconds: startMicroseconds &+ microseconds)
    }
}

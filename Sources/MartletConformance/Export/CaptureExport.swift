import NIOCore

/// What a capture can be turned into.
public enum CaptureExport: String, Sendable, CaseIterable {
    /// A packet capture, which Wireshark and tshark open.
    case pcap
    /// JSON, one object a frame and line.
    case jsonl

    /// Output above this size is written before more is read.
    private static let bound = 256 * 1024

    /// Writes a whole capture in that form. Returns how many frames it had.
    public func run(_ reader: inout CaptureReader, to file: OutputFile) throws(CaptureError) -> Int {
        var output = ByteBuffer()
        var frames = 0
        var lines = JSONLinesExport()
        var packets: PcapExport?
        if self == .pcap { packets = PcapExport(startMicroseconds: reader.startMicroseconds, to: &output) }
        while let entry = try reader.next() {
            packets?.append(entry, to: &output)
            if case .frame(let frame, let notes) = entry {
                frames += 1
                if self == .jsonl { lines.append(frame, notes, to: &output) }
            }
            guard output.readableBytes > Self.bound else { continue }
            try file.write(output)
            output.clear()
        }
        try file.write(output)
        return frames
    }
}

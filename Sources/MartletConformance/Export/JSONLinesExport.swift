public import NIOCore

/// Writes frames as JSON, one object a line: the number of the connection (`conn`) and of the frame (`n`), microseconds
/// (`us`), who sent it (`dir`), `apiKey` and `apiVersion` of the request (-1 where not known), `correlationId`, and the
/// frame without its length (`hex`).
public struct JSONLinesExport: Sendable {
    private static let digits = Array("0123456789abcdef".utf8)

    private var count = 0

    /// The first line has the number 0.
    public init() {}

    /// Appends the line of a frame.
    public mutating func append(_ frame: CapturedFrame, _ notes: FrameNotes, to output: inout ByteBuffer) {
        output.writeString(
            """
            {"conn": \(frame.connection), "n": \(count), "us": \(frame.microseconds), \
            "dir": "\(frame.direction.rawValue)", "apiKey": \(notes.apiKey), "apiVersion": \(notes.apiVersion), \
            "correlationId": \(notes.correlationId(of: frame)), "hex": "
            """)
        output.reserveCapacity(minimumWritableBytes: frame.bytes.readableBytes * 2 + 3)
        frame.bytes.withUnsafeReadableBytes { bytes in
            for byte in bytes {
                output.writeInteger(UInt16(Self.digits[Int(byte >> 4)]) << 8 | UInt16(Self.digits[Int(byte & 15)]))
            }
        }
        output.writeString("\"}\n")
        count += 1
    }
}

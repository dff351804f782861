import KafkaMessageJSON
import KafkaRecords
public import NIOCore

/// Captures as JSON lines: an object for each frame with `conn`, `us`, `dir` and `hex`, compressed with gzip or not.
public enum JSONLinesCapture {
    /// The most that a compressed file may come to, in bytes.
    private static let limit = 1 << 30

    /// The frames in the order of the file. Throws ``ConformanceError``.
    public static func frames(in file: ByteBuffer) throws -> [CapturedFrame] {
        let text = try unpacked(file).readableBytesView
        return try text.split(separator: UInt8(ascii: "\n")).enumerated().map { index, line in
            try frame(line, number: index + 1)
        }
    }

    /// The bytes of a file that may be compressed with gzip.
    public static func unpacked(_ file: ByteBuffer) throws -> ByteBuffer {
        guard file.getInteger(at: file.readerIndex, as: UInt16.self) == 0x1f8b else { return file }
        do throws(RecordError) {
            return try Compression.decompress(file, with: .gzip, limit: limit)
        } catch {
            throw ConformanceError.badDocument("the capture", "the gzip file is damaged (\(error))")
        }
    }

    private static func frame(_ line: ByteBufferView.SubSequence, number: Int) throws -> CapturedFrame {
        let json: JSONValue
        do throws(JSONSyntaxError) {
            json = try JSONValue(parsing: line)
        } catch {
            throw ConformanceError.badCaptureLine(number, error.problem)
        }
        guard let connection = json["conn"]?.integerValue,
            let direction = json["dir"]?.stringValue.flatMap(CapturedFrame.Direction.init),
            let bytes = json["hex"]?.stringValue.flatMap({ Hexadecimal.decode($0.utf8) })
        else { throw ConformanceError.badCaptureLine(number, "conn, dir and hex are needed") }
        return CapturedFrame(
            connection: Int(clamping: connection), microseconds: json["us"]?.integerValue ?? 0, direction: direction,
            bytes: bytes)
    }
}

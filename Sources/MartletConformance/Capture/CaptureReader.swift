import Glibc
import KafkaRecords
import NIOCore

/// Reads a capture file from its beginning to its end, one entry at a time.
///
/// What a crash left at the end (a record that is not whole, or zeros) ends the file; ``tornBytes`` says how much that
/// is. No more memory is taken than the file has bytes.
public struct CaptureReader: ~Copyable {
    /// The capture's start, in microseconds since 1970.
    public let startMicroseconds: Int64
    /// Whether passwords and tokens were kept.
    public let keepsSecrets: Bool
    /// Bytes at the end of the file that are no whole record.
    public private(set) var tornBytes: Int64 = 0

    private static let chunk = 256 * 1024

    private let path: String
    private let descriptor: Int32
    private var buffer = ByteBuffer()
    /// Where in the file the buffer's readable bytes begin.
    private var offset: Int64 = 0
    private var isAtEnd = false

    /// Opens a capture file.
    public init(path: String) throws(CaptureError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .file("open", path: path, code: errno) }
        let header: (start: Int64, keepsSecrets: Bool)
        do throws(CaptureError) {
            header = try Self.readHeader(descriptor, path)
        } catch {
            close(descriptor)
            throw error
        }
        self.path = path
        self.descriptor = descriptor
        startMicroseconds = header.start
        keepsSecrets = header.keepsSecrets
        offset = Int64(CaptureFormat.headerSize)
    }

    deinit {
        close(descriptor)
    }

    private static func readHeader(_ descriptor: Int32, _ path: String) throws(CaptureError) -> (Int64, Bool) {
        var bytes = ByteBuffer()
        while bytes.readableBytes < CaptureFormat.headerSize {
            let count = try read(descriptor, path, CaptureFormat.headerSize - bytes.readableBytes, into: &bytes)
            if count == 0 { break }
        }
        guard let magic = bytes.readBytes(length: CaptureFormat.magic.count), magic == CaptureFormat.magic,
            let version: UInt16 = bytes.readInteger(), let flags: UInt16 = bytes.readInteger(),
            let start: Int64 = bytes.readInteger()
        else { throw .notACapture(path: path) }
        guard version == CaptureFormat.version else { throw .unsupportedVersion(version, path: path) }
        return (start, flags & 1 != 0)
    }

    private static func read(
        _ descriptor: Int32, _ path: String, _ count: Int, into bytes: inout ByteBuffer
    ) throws(CaptureError) -> Int {
        while true {
            var code: Int32 = 0
            let got = bytes.writeWithUnsafeMutableBytes(minimumWritableBytes: count) { region in
                let got = Glibc.read(descriptor, region.baseAddress, min(count, region.count))
                code = got < 0 ? errno : 0
                return max(0, got)
            }
            if got > 0 { return got }
            guard code != 0 else { return 0 }
            if code != EINTR { throw .file("read", path: path, code: code) }
        }
    }

    /// The next entry; nil at the end of the file.
    public mutating func next() throws(CaptureError) -> CaptureEntry? {
        while true {
            guard try fill(CaptureFormat.prefixSize),
                let length: UInt32 = buffer.getInteger(at: buffer.readerIndex),
                let checksum: UInt32 = buffer.getInteger(at: buffer.readerIndex + 4)
            else { return endTorn() }
            // Zeros are what a file system leaves where bytes did not reach the disk.
            if length == 0, checksum == 0 { return try endOfZeros() }
            guard length <= UInt32(CaptureFormat.mostRecordBytes) else { throw damaged() }
            let size = CaptureFormat.prefixSize + Int(length)
            guard try fill(size) else { return endTorn() }
            guard let content = buffer.getSlice(at: buffer.readerIndex + CaptureFormat.prefixSize, length: Int(length)),
                CRC32C.checksum(content) == checksum
            else {
                // The last record may have been torn in its middle.
                if try !fill(size + 1) { return endTorn() }
                throw damaged()
            }
            switch CaptureFormat.entry(of: content) {
            case .entry(let entry):
                advance(size)
                return entry
            case .unknown: advance(size)
            case .malformed: throw damaged()
            }
        }
    }

    /// All frames of a file, in its order.
    public static func frames(path: String) throws(CaptureError) -> [CapturedFrame] {
        var reader = try CaptureReader(path: path)
        var frames: [CapturedFrame] = []
        while let entry = try reader.next() {
            if case .frame(let frame, _) = entry { frames.append(frame) }
        }
        return frames
    }

    private func damaged() -> CaptureError {
        .damaged(path: path, offset: offset)
    }

    private mutating func advance(_ count: Int) {
        buffer.moveReaderIndex(forwardBy: count)
        offset += Int64(count)
    }

    /// The rest of the file is no whole record.
    private mutating func endTorn() -> CaptureEntry? {
        tornBytes += Int64(buffer.readableBytes)
        advance(buffer.readableBytes)
        return nil
    }

    /// Nothing but zeros may follow.
    private mutating func endOfZeros() throws(CaptureError) -> CaptureEntry? {
        while try fill(1) {
            let isZero = buffer.readableBytesView.allSatisfy { $0 == 0 }
            guard isZero else { throw damaged() }
            tornBytes += Int64(buffer.readableBytes)
            advance(buffer.readableBytes)
        }
        return nil
    }

    /// Reads until that many bytes are in the buffer; false when the file ends before.
    private mutating func fill(_ count: Int) throws(CaptureError) -> Bool {
        while buffer.readableBytes < count, !isAtEnd {
            buffer.discardReadBytes()
            // Frames that were given out share the storage: they keep it, and reading goes on in a new one.
            if try Self.read(descriptor, path, Self.chunk, into: &buffer) == 0 { isAtEnd = true }
        }
        return buffer.readableBytes >= count
    }
}

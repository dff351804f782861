import KafkaProxy
import KafkaRecords
import NIOCore
import Testing

@testable import MartletConformance

@Suite struct CaptureFileTests {
    private let directory: CaptureDirectory

    init() throws {
        directory = try CaptureDirectory()
    }

    private static let connection = CapturedConnection(
        number: 1, microseconds: 5, listener: "PLAINTEXT", peerHost: "::1", peerPort: 50_000, serverHost: "broker",
        serverPort: 9092, nodeId: 3)
    private static let entries: [CaptureEntry] = [
        .opened(connection),
        .frame(
            CapturedFrame(connection: 1, microseconds: 6, direction: .request, bytes: ByteBuffer(string: "question")),
            FrameNotes(apiKey: 3, apiVersion: 12, isScrubbed: true, sasl: .authenticated)),
        .frame(
            CapturedFrame(connection: 1, microseconds: 7, direction: .response, bytes: ByteBuffer()),
            FrameNotes(isToken: true, sasl: .underway)),
        .closed(connection: 1, microseconds: 8),
    ]

    private func write(_ entries: [CaptureEntry]) throws -> [UInt8] {
        let path = "\(directory.path)/a.kcap"
        let files = CaptureFiles(place: .file(path), mostBytes: 1 << 20, mostFiles: 1)
        var writer = try CaptureWriter(files: files, startMicroseconds: 42, keepsSecrets: true)
        for entry in entries { try writer.append(entry, open: []) }
        return try directory.read("a.kcap")
    }

    private func read(_ name: String) throws -> (entries: [CaptureEntry], torn: Int64) {
        var reader = try CaptureReader(path: "\(directory.path)/\(name)")
        var entries: [CaptureEntry] = []
        while let entry = try reader.next() { entries.append(entry) }
        return (entries, reader.tornBytes)
    }

    @Test func whatIsWrittenIsRead() throws {
        _ = try write(Self.entries)
        let (entries, torn) = try read("a.kcap")
        #expect(entries == Self.entries)
        #expect(torn == 0)
        let frames = try CaptureReader.frames(path: "\(directory.path)/a.kcap")
        #expect(frames.map(\.microseconds) == [6, 7])
        let reader = try CaptureReader(path: "\(directory.path)/a.kcap")
        let start = reader.startMicroseconds
        #expect(start == 42)
        let keepsSecrets = reader.keepsSecrets
        #expect(keepsSecrets)
    }

    @Test func aTornTailIsPassedOver() throws {
        let whole = try write(Self.entries)
        let last = CaptureFormat.record(Self.entries[3]).readableBytes
        for cut in 1..<last {
            try directory.write("b.kcap", Array(whole.dropLast(cut)))
            let (entries, torn) = try read("b.kcap")
            #expect(entries == Array(Self.entries.dropLast()))
            #expect(torn == Int64(last - cut))
        }
        try directory.write("b.kcap", whole + [UInt8](repeating: 0, count: 5000))
        #expect(try read("b.kcap").entries == Self.entries)
        #expect(try read("b.kcap").torn == 5000)
        var flipped = whole
        flipped[whole.count - 1] ^= 1
        try directory.write("b.kcap", flipped)
        #expect(try read("b.kcap").entries == Array(Self.entries.dropLast()))
    }

    @Test func damageInTheMiddleIsAnErrorAndNeverATrap() throws {
        let whole = try write(Self.entries)
        for index in CaptureFormat.headerSize..<whole.count - CaptureFormat.record(Self.entries[3]).readableBytes {
            var damaged = whole
            damaged[index] ^= 0x41
            try directory.write("b.kcap", damaged)
            var entries: [CaptureEntry] = []
            do {
                var reader = try CaptureReader(path: "\(directory.path)/b.kcap")
                while let entry = try reader.next() { entries.append(entry) }
            } catch {
                guard case .damaged = error else { throw error }
            }
            #expect(entries.count < Self.entries.count)
        }
    }

    @Test func otherFilesAreRefused() throws {
        let path = "\(directory.path)/b.kcap"
        try directory.write("b.kcap", Array("{\"conn\": 1}".utf8))
        #expect(throws: CaptureError.notACapture(path: path)) { _ = try CaptureReader(path: path).keepsSecrets }
        var newer = try write([])
        newer[9] = 2
        try directory.write("b.kcap", newer)
        #expect(throws: CaptureError.unsupportedVersion(2, path: path)) {
            _ = try CaptureReader(path: path).keepsSecrets
        }
        #expect(throws: CaptureError.self) { try write([]) }
    }

    @Test func unknownRecordsArePassedOver() throws {
        var bytes = try write([Self.entries[0]])
        let start = bytes.count
        bytes += CaptureFormat.record(Self.entries[3]).readableBytesView
        // A kind of a later version, with its checksum.
        bytes[start + 8] = 200
        let checksum = CRC32C.checksum(ByteBuffer(bytes: bytes[(start + 8)...]))
        for index in 0..<4 { bytes[start + 4 + index] = UInt8(truncatingIfNeeded: checksum >> (24 - 8 * index)) }
        bytes += CaptureFormat.record(Self.entries[1]).readableBytesView
        try directory.write("b.kcap", bytes)
        #expect(try read("b.kcap").entries == [Self.entries[0], Self.entries[1]])
    }

    @Test func filesAreBoundedAndReadByThemselves() throws {
        let files = CaptureFiles(place: .file("\(directory.path)/r.kcap"), mostBytes: 300, mostFiles: 3)
        var writer = try CaptureWriter(files: files, startMicroseconds: 0, keepsSecrets: false)
        try writer.append(Self.entries[0], open: [Self.connection])
        for number in 0..<20 {
            let frame = CapturedFrame(
                connection: 1, microseconds: Int64(number), direction: .request,
                bytes: ByteBuffer(repeating: 1, count: number == 9 ? 1000 : 60))
            try writer.append(.frame(frame, FrameNotes()), open: [Self.connection])
        }
        #expect(writer.fileCount > 5)
        #expect(directory.names.count == 3)
        #expect(directory.names.contains("r.\(writer.fileCount).kcap"))
        var last: Int64 = -1
        for number in writer.fileCount - 2...writer.fileCount {
            let name = "r.\(number).kcap"
            #expect(try directory.read(name).count <= 300)
            let entries = try read(name).entries
            #expect(entries.first == .opened(Self.connection))
            for case .frame(let frame, _) in entries {
                #expect(last == -1 || frame.microseconds == last + 1)
                last = frame.microseconds
            }
        }
        #expect(last == 19)
    }

    @Test func filesOfEarlierRunsCount() throws {
        try directory.write("frames-1000000000000001.kcap", [])
        try directory.write("frames-1000000000000002.kcap", [])
        try directory.write("other.kcap", [])
        let files = CaptureFiles(place: .directory(directory.path), mostBytes: 4096, mostFiles: 2)
        let recorder = try CaptureRecorder(files: files, keepsSecrets: false)
        #expect(directory.names.count == 3)
        #expect(directory.names.first == "frames-1000000000000002.kcap")
        #expect(directory.names.contains("other.kcap"))
        #expect(recorder.path.hasPrefix(directory.path))
    }
}

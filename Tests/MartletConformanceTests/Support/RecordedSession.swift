import Glibc
import NIOCore
import Testing

@testable import MartletConformance

/// A capture of `compat-tests/captures`.
enum RecordedSession {
    private static let folder =
        #filePath.split(separator: "/").dropLast(4).map { "/\($0)" }.joined() + "/compat-tests/captures"
    private static let limit = 1 << 20

    static func frames(_ name: String) throws -> [CapturedFrame] {
        let file = try #require(fopen("\(folder)/\(name).jsonl.gz", "r"))
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: limit)
        let count = fread(&bytes, 1, limit, file)
        try #require(count > 0 && count < limit)
        return try JSONLinesCapture.frames(in: ByteBuffer(bytes: bytes[..<count]))
    }
}

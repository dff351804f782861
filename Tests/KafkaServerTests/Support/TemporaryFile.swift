import Glibc
import Testing

@testable import KafkaServer

/// A file that is gone from its directory, of bytes that tell their own position.
final class TemporaryFile: Sendable {
    let descriptor: Int32
    let bytes: [UInt8]

    init(size: Int) throws {
        var name = Array("/tmp/martlet-response-XXXXXX".utf8CString)
        descriptor = mkstemp(&name)
        unlink(name)
        bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
        try #require(write(descriptor, bytes, size) == size)
    }

    deinit { close(descriptor) }

    func segment(_ offset: Int, _ length: Int) -> FileSegment {
        FileSegment(owner: self, descriptor: descriptor, offset: Int64(offset), length: length)
    }
}

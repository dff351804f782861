import CFileShims
import Foundation
import Glibc
import Testing

@testable import KafkaLog

@Suite struct PageCacheTests {
    @Test func bytesThatWereDroppedAreNoticed() throws {
        let path = NSTemporaryDirectory() + "martlet-page-cache-" + UUID().uuidString
        let descriptor = open(path, O_RDWR | O_CREAT, 0o600)
        try #require(descriptor >= 0)
        defer {
            close(descriptor)
            unlink(path)
        }
        let size = 4 << 20
        let bytes = [UInt8](repeating: 7, count: size)
        try #require(write(descriptor, bytes, size) == size)
        #expect(PageCache.holds(descriptor, offset: 0, length: size))
        #expect(PageCache.holds(descriptor, offset: Int64(size) - 1, length: 1))
        try #require(fsync(descriptor) == 0)
        posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED)
        // Some file systems cannot tell, and some keep everything in memory.
        guard martlet_is_resident(descriptor, 1 << 20, 1 << 20) == 0 else { return }
        #expect(!PageCache.holds(descriptor, offset: 1 << 20, length: 1 << 20))
        let file = try PosixDisk().open(path, .read)
        // Before Linux 6.5, asking sets the kernel off reading, so this is another place.
        let refused = PageCache.withoutWaiting { Result { try file.readBytes(count: 9, at: 3 << 20) } }
        #expect(throws: DiskError(.read, path: path, code: EAGAIN)) { try refused.get() }
        var again = bytes
        try #require(pread(descriptor, &again, size, 0) == size)
        #expect(PageCache.holds(descriptor, offset: 1 << 20, length: 1 << 20))
        #expect(try PageCache.withoutWaiting { Result { try file.readBytes(count: 9, at: 1 << 20) } }.get().count == 9)
    }
}

internal import CFileShims
internal import Glibc

/// What of a file lies in memory. Sending what does not would make an event loop wait for the device.
public enum PageCache {
    /// Bytes read at a time by ``fetch(_:offset:length:)``.
    private static let chunk = 256 * 1024
    /// Bytes behind a range that are asked for with it: who reads a log goes on reading it.
    private static let ahead = 1 << 20

    /// Whether a range can be read without waiting for the device. True also where the file system cannot tell.
    public static func holds(_ descriptor: Int32, offset: Int64, length: Int) -> Bool {
        martlet_is_resident(descriptor, offset, Int64(length)) != 0
    }

    /// Brings a range into memory, waiting for the device; what lies behind it is asked for without waiting.
    public static func fetch(_ descriptor: Int32, offset: Int64, length: Int) {
        let end = Int(offset) + length
        posix_fadvise(descriptor, off_t(end), off_t(ahead), POSIX_FADV_WILLNEED)
        withUnsafeTemporaryAllocation(byteCount: min(chunk, max(length, 1)), alignment: 1) { buffer in
            var position = Int(offset)
            while position < end {
                let got = pread(descriptor, buffer.baseAddress, min(buffer.count, end - position), off_t(position))
                // An error or a shorter file is met again, and reported, by whoever sends the bytes.
                if got == 0 || got < 0 && errno != EINTR { return }
                if got > 0 { position += got }
            }
        }
    }
}

internal import CFileShims
internal import Glibc

/// What of a file lies in memory. Sending what does not would make an event loop wait for the device.
public enum PageCache {
    /// Bytes asked for at a time by ``fetch(_:offset:length:)``.
    private static let chunk = 128 * 1024
    /// One byte in so many is looked at.
    private static let step = 4096
    /// Bytes behind a range that are asked for with it: who reads a log goes on reading it.
    private static let ahead = 1 << 20

    /// Whether a range can be read without waiting for the device. True also where the file system cannot tell.
    public static func holds(_ descriptor: Int32, offset: Int64, length: Int) -> Bool {
        martlet_is_resident(descriptor, offset, Int64(length)) != 0
    }

    /// Runs a body in which no read of a file waits for the device: it fails instead, see ``LogError/wouldWait``.
    public static func withoutWaiting<T>(_ body: () -> T) -> T {
        martlet_refuse_to_wait(1)
        defer { martlet_refuse_to_wait(0) }
        return body()
    }

    /// Brings a range into memory, waiting for the device; what lies behind it is asked for without waiting.
    ///
    /// Only a byte here and there is copied: the rest of the waiting costs no processor.
    public static func fetch(_ descriptor: Int32, offset: Int64, length: Int) {
        let end = Int(offset) + length
        var position = Int(offset)
        while position < end {
            let size = min(chunk, end - position)
            posix_fadvise(descriptor, off_t(position), off_t(size), POSIX_FADV_WILLNEED)
            position += size
        }
        posix_fadvise(descriptor, off_t(end), off_t(ahead), POSIX_FADV_WILLNEED)
        position = Int(offset)
        while position < end {
            var byte: UInt8 = 0
            let got = pread(descriptor, &byte, 1, off_t(position))
            // An error or a shorter file is met again, and reported, by whoever sends the bytes.
            if got == 0 || got < 0 && errno != EINTR { return }
            if got > 0 { position = position < end - 1 ? min(position + step, end - 1) : end }
        }
    }
}

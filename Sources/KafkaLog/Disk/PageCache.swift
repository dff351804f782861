internal import CFileShims

/// What of a file lies in memory. Sending what does not would make an event loop wait for the device.
public enum PageCache {
    /// Whether a range can be read without waiting for the device. True also where the file system cannot tell.
    public static func holds(_ descriptor: Int32, offset: Int64, length: Int) -> Bool {
        martlet_is_resident(descriptor, offset, Int64(length)) != 0
    }

    /// Whether the thread is in ``withoutWaiting(_:)``.
    static var refusesToWait: Bool { martlet_refuses_to_wait() != 0 }

    /// Runs a body in which no read of a file waits for the device: it fails instead, see ``LogError/wouldWait``.
    public static func withoutWaiting<T>(_ body: () -> T) -> T {
        martlet_refuse_to_wait(1)
        defer { martlet_refuse_to_wait(0) }
        return body()
    }
}

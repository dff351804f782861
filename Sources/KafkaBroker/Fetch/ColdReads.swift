import KafkaLog
import KafkaServer

/// Brings record bytes into memory on threads of its own, for fetches whose bytes are not there.
final class ColdReads: Sendable {
    /// Fetches that wait for the device at the same time; others wait for their turn.
    private static let threads = 4

    private let pool = LazyThreadPool(threads: threads)

    /// Whether sending these bytes would wait for the device.
    static func areNeeded(for files: [FileSegment]) -> Bool {
        files.contains { !PageCache.holds($0.descriptor, offset: $0.offset, length: $0.length) }
    }

    /// Brings bytes into memory, waiting for the device.
    static func wait(for files: [FileSegment]) {
        for file in files { file.awaitContent() }
    }

    /// Runs a body that waits for the device on one of the threads.
    func fetch(_ body: @escaping @Sendable () -> Void) {
        pool.submit { _ in
            ThreadPriority.stepBack()
            body()
        }
    }

    /// Ends the threads.
    func stop() async {
        await pool.stop()
    }
}

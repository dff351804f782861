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

    /// Calls `body` once the bytes are in memory, on one of the threads.
    func fetch(_ files: [FileSegment], then body: @escaping @Sendable () -> Void) {
        pool.submit { isStopped in
            // What is left when the broker stops is read where it is sent.
            if !isStopped {
                for file in files { PageCache.fetch(file.descriptor, offset: file.offset, length: file.length) }
            }
            body()
        }
    }

    /// Ends the threads.
    func stop() async {
        await pool.stop()
    }
}

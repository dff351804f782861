import Glibc
import KafkaConfiguration
import KafkaLog
import Synchronization

/// What all cleaner threads ask after every piece of work: whether to go on, and how long to wait first.
final class CleanerBrake: Sendable {
    private let settings: CleanerSettings
    private let current: @Sendable () -> CleanerSettings
    private let hasStopped = Atomic<Bool>(false)
    private let throttle = Mutex(IOThrottle())
    private let start = ContinuousClock.now

    /// Longest sleep between two looks at whether to go on, in seconds.
    private static let longestSleep = 0.1

    /// `current` answers the settings in force; others than those that the threads began with stop them.
    init(_ settings: CleanerSettings, current: @escaping @Sendable () -> CleanerSettings) {
        self.settings = settings
        self.current = current
    }

    var isStopped: Bool { hasStopped.load(ordering: .relaxed) || current() != settings }

    func stop() { hasStopped.store(true, ordering: .relaxed) }

    /// Accounts for bytes read or written; sleeps when they came too fast.
    func spend(_ bytes: Int) throws(CleaningError) {
        guard !isStopped else { throw .interrupted }
        guard bytes > 0 else { return }
        let now = seconds
        let wait = throttle.withLock {
            $0.wait(bytes: bytes, now: now, bytesPerSecond: settings.ioMaxBytesPerSecond)
        }
        let end = now + wait
        while case let left = end - seconds, left > 0 {
            usleep(UInt32(min(left, Self.longestSleep) * 1e6))
            guard !isStopped else { throw .interrupted }
        }
    }

    private var seconds: Double {
        let passed = (ContinuousClock.now - start).components
        return Double(passed.seconds) + Double(passed.attoseconds) * 1e-18
    }
}

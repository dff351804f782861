import Glibc
import NIOCore
import Synchronization

/// Takes the frames of connections, from any thread, and writes them to the files of a capture.
public final class CaptureRecorder: Sendable {
    private struct State {
        var writer: CaptureWriter
        var open: [Int: CapturedConnection] = [:]
        var counts = CaptureCounts()
        var failure: CaptureError?
    }

    /// Whether passwords and tokens are recorded as they are.
    public let keepsSecrets: Bool
    private let state: Mutex<State>
    private let startNanoseconds: Int64
    private let failed: @Sendable (CaptureError) -> Void

    /// Begins a capture.
    ///
    /// - Parameter failed: is told once when a file cannot be written; nothing is recorded from then on.
    public init(
        files: CaptureFiles, keepsSecrets: Bool, failed: @escaping @Sendable (CaptureError) -> Void = { _ in }
    ) throws(CaptureError) {
        self.keepsSecrets = keepsSecrets
        self.failed = failed
        startNanoseconds = Self.nanoseconds(CLOCK_MONOTONIC)
        let epoch = Self.nanoseconds(CLOCK_REALTIME) / 1000
        let writer = try CaptureWriter(files: files, startMicroseconds: epoch, keepsSecrets: keepsSecrets)
        state = Mutex(State(writer: writer))
    }

    private static func nanoseconds(_ clock: clockid_t) -> Int64 {
        var time = timespec()
        clock_gettime(clock, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }

    /// What was recorded.
    public var counts: CaptureCounts {
        state.withLock { state in
            var counts = state.counts
            counts.open = state.open.count
            counts.files = state.writer.fileCount
            return counts
        }
    }

    /// The file that is written to.
    public var path: String { state.withLock { $0.writer.path } }

    /// Why nothing is recorded any more.
    public var failure: CaptureError? { state.withLock { $0.failure } }

    /// Notes a new connection, whose number and time are set here. Returns the number.
    func open(_ connection: CapturedConnection) -> Int {
        record { state, now in
            var connection = connection
            state.counts.connections += 1
            connection.number = state.counts.connections
            connection.microseconds = now
            state.open[connection.number] = connection
            return (.opened(connection), connection.number)
        }
    }

    /// Notes the end of a connection.
    func close(_ number: Int) {
        record { state, now in
            state.open[number] = nil
            return (.closed(connection: number, microseconds: now), ())
        }
    }

    /// Notes a frame; its time is set here.
    func record(_ frame: CapturedFrame, _ notes: FrameNotes) {
        record { state, now in
            var frame = frame
            frame.microseconds = now
            if frame.direction == .request { state.counts.requests += 1 } else { state.counts.responses += 1 }
            state.counts.bytes += Int64(frame.bytes.readableBytes)
            return (.frame(frame, notes), ())
        }
    }

    /// The time is taken under the lock, so that a file's times never go back.
    private func record<Value: Sendable>(_ make: (inout State, Int64) -> (CaptureEntry, Value)) -> Value {
        let (value, failure) = state.withLock { state -> (Value, CaptureError?) in
            let now = (Self.nanoseconds(CLOCK_MONOTONIC) - startNanoseconds) / 1000
            let (entry, value) = make(&state, now)
            guard state.failure == nil else { return (value, nil) }
            do throws(CaptureError) {
                let open = state.open
                try state.writer.append(entry, open: open.values.sorted { $0.number < $1.number })
                return (value, nil)
            } catch {
                state.failure = error
                return (value, error)
            }
        }
        if let failure { failed(failure) }
        return value
    }
}

import Glibc
import NIOCore

/// Sends runs of files on threads of its own: those that the device has to be waited for, and long ones where others
/// wait for the event loop.
///
/// A reader on the same machine takes bytes from memory as fast as sendfile copies them: a MiB is some hundreds of
/// microseconds in which its loop would answer nobody else. Between threads the kernel shares the processor more finely.
/// Alone on its loop a connection sends for itself, which costs less.
final class BulkSender: Sendable {
    /// Answers with fewer bytes of files than this are sent on the loop: handing them over would cost more than it saves.
    static let smallestBytes = 128 * 1024
    /// How long a thread waits in all for a peer to take an answer, in milliseconds; a slower peer keeps no loop busy.
    private static let patience: Int32 = 4
    /// How long a peer that takes what it is sent keeps a thread before another has its turn.
    private static let turn = TimeAmount.milliseconds(20)

    /// What is left of an answer.
    struct Rest: Sendable {
        var output: ResponseBuffer
        /// The peer took too long.
        var isSlow: Bool
        /// How long a thread was busy with the answer, the device being waited for included, but not the peer.
        var busyNanoseconds: Int64 = 0
    }

    private let pool: LazyThreadPool

    /// - Parameter threads: how many answers leave at the same time; others wait for their turn.
    init(threads: Int = 2) {
        pool = LazyThreadPool(threads: threads)
    }

    /// Whether it has been needed.
    var isRunning: Bool { pool.isRunning }

    /// Sends from the front of an answer what a peer takes without much waiting. What is left of a cold answer is in
    /// memory.
    ///
    /// - Parameters:
    ///   - descriptor: the socket; a duplicate is used, so that the channel may close it at any time.
    ///   - done: gets what was not sent, on the event loop.
    /// - Returns: whether the answer was taken; if not, it has to be sent otherwise.
    func send(
        _ output: ResponseBuffer, to descriptor: CInt, on eventLoop: any EventLoop,
        done: @escaping @Sendable (Rest) -> Void
    ) -> Bool {
        let own = dup(descriptor)
        guard own >= 0 else { return false }
        take(Job(descriptor: own, eventLoop: eventLoop, done: done), output)
        return true
    }

    /// Brings the files of an answer into memory, and sends nothing.
    func bringIn(_ output: ResponseBuffer, on eventLoop: any EventLoop, done: @escaping @Sendable (Rest) -> Void) {
        pool.submit { _ in
            ThreadPriority.stepBack()
            var ready = Rest(output: output, isSlow: false)
            Self.timed(&ready.busyNanoseconds) { ready.output.awaitContent() }
            let rest = ready
            eventLoop.execute { done(rest) }
        }
    }

    private static func timed(_ sum: inout Int64, _ body: () -> Void) {
        let start = NIODeadline.now()
        body()
        sum &+= (NIODeadline.now() - start).nanoseconds
    }

    private struct Job: Sendable {
        var descriptor: CInt
        var eventLoop: any EventLoop
        var done: @Sendable (Rest) -> Void
        /// Of the turns so far.
        var busyNanoseconds: Int64 = 0

        func finish(_ output: ResponseBuffer, isSlow: Bool = false) {
            close(descriptor)
            let rest = Rest(output: output, isSlow: isSlow, busyNanoseconds: busyNanoseconds)
            eventLoop.execute { done(rest) }
        }
    }

    private func take(_ job: Job, _ output: ResponseBuffer) {
        pool.submit { isStopped in
            guard !isStopped else { return job.finish(output) }
            ThreadPriority.stepBack()
            var (job, output) = (job, output)
            switch Self.send(&output, to: job.descriptor, &job.busyNanoseconds) {
            case .done: job.finish(output)
            case .slow:
                Self.timed(&job.busyNanoseconds) { output.awaitContent() }
                job.finish(output, isSlow: true)
            case .turnIsOver: self.take(job, output)
            }
        }
    }

    private enum Progress {
        case done, slow, turnIsOver
    }

    private static func send(
        _ output: inout ResponseBuffer, to descriptor: CInt, _ busyNanoseconds: inout Int64
    ) -> Progress {
        let sender = SocketSender(descriptor: descriptor)
        let last = output.files.last?.segment
        defer { last?.readAhead() }
        let end = NIODeadline.now() + turn
        timed(&busyNanoseconds) { sender.send(&output) }
        var patience = patience
        while output.byteCount > 0 {
            guard NIODeadline.now() < end else { return .turnIsOver }
            var state = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
            guard poll(&state, 1, 1) > 0 else {
                patience -= 1
                if patience == 0 { return .slow }
                continue
            }
            let before = output.byteCount
            timed(&busyNanoseconds) { sender.send(&output) }
            // A writable socket that takes nothing has an error, or the file has: the channel finds out which.
            if output.byteCount == before { break }
        }
        return .done
    }

    /// Ends the threads, and gives back what was not sent; to be called before the event loops end.
    func stop() async {
        await pool.stop()
    }
}

import KafkaWire
import NIOCore
import Synchronization

/// How long a request has kept the server busy, and for how long its client is to be held back for that
/// (`request_percentage`). Safe from any thread.
///
/// Spans may overlap: the task that goes on with a request may start before the event loop has let go of it.
public final class RequestMeter: Sendable {
    private struct State {
        var spent: Int64 = 0
        var since = NIODeadline.uptimeNanoseconds(0)
        var running = 0
        var wait: Int32?

        mutating func takeSpent() -> Int64 {
            defer { spent = 0 }
            return spent
        }
    }

    private let state = Mutex(State())
    private let count: @Sendable (_ nanoseconds: Int64) -> Int32

    /// A meter for one request.
    ///
    /// - Parameter count: counts a time as used by the client, and answers for how many milliseconds it is to be held
    ///   back. Called when the answer is about to be written, and perhaps once more for what was spent on it after that.
    public init(count: @escaping @Sendable (_ nanoseconds: Int64) -> Int32) {
        self.count = count
    }

    /// Somebody works on the request from now on.
    public func start() {
        state.withLock { state in
            if state.running == 0 { state.since = .now() }
            state.running &+= 1
        }
    }

    /// Somebody has stopped working on the request.
    public func stop() {
        let late = state.withLock { state -> Int64 in
            state.running = max(0, state.running &- 1)
            if state.running == 0 { state.spent &+= Self.elapsed(since: state.since) }
            return state.running == 0 && state.wait != nil ? state.takeSpent() : 0
        }
        // The answer is gone; what it took to write it is held against the requests to come.
        if late > 0 { _ = count(late) }
    }

    /// Counts what was spent and answers for how many milliseconds the client is to be held back; the same answer each
    /// time.
    public func settle() -> Int32 {
        let (wait, spent) = state.withLock { state -> (Int32?, Int64) in
            if let wait = state.wait { return (wait, 0) }
            if state.running > 0 {
                state.spent &+= Self.elapsed(since: state.since)
                state.since = .now()
            }
            state.wait = 0
            return (nil, state.takeSpent())
        }
        if let wait { return wait }
        let counted = max(0, count(spent))
        state.withLock { $0.wait = counted }
        return counted
    }

    private static func elapsed(since: NIODeadline) -> Int64 {
        max(0, (NIODeadline.now() - since).nanoseconds)
    }
}

/// Sees how long an event loop is busy with a connection besides handling its requests: reading, opening what is sealed,
/// writing. Only asked on the connection's event loop.
public protocol LoopMeter: AnyObject {
    /// The loop was busy with the connection for so long, the handling of requests included.
    func wasBusy(nanoseconds: Int64)
}

extension ReplyToken {
    /// Counts the time that the request took so far, if anybody wants to know, and holds its client back for what is too
    /// much; answers for how many milliseconds. To be called once, before an answer that was written elsewhere.
    public func settle() -> Int32 {
        let wait = meter?.settle() ?? 0
        throttle(milliseconds: wait)
        return wait
    }

    /// The answer with the time that its client is held back for, if anything holds it back, and the connection held back
    /// for as long.
    func settled<Message: ResponseMessage>(_ message: Message) -> Message {
        let wait = settle()
        guard wait > 0 else { return message }
        guard var throttled = message as? any ThrottledResponse else { return message }
        throttled.throttleTimeMs = max(throttled.throttleTimeMs, wait)
        return throttled as? Message ?? message
    }
}

/// What became of a request that an ``Engine`` was given.
public enum Outcome: Sendable, Equatable {
    /// One frame was written into the output.
    case answered
    /// The request waits for something (more records, other members of its group, a deadline); the engine kept its
    /// ``ReplyToken``. Waiting requests are bounded per connection, not by `queued.max.requests`, just as Kafka does
    /// not count its purgatory.
    case later
    /// The request was handed to a worker; the engine kept its ``ReplyToken``. Counted by `queued.max.requests`.
    case queued
    /// The request has no answer (Produce with acks=0).
    case noResponse
    /// Nothing is answered and the connection ends, after the answers to earlier requests have left.
    case close(CloseReason)
}

extension Outcome {
    /// Whether the request is done with, answer or not.
    var isFinal: Bool { self == .answered || self == .noResponse }
}

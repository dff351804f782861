import KafkaWire

/// Which API's numbers an answer is counted in, and since when its request was worked on.
struct RequestStamp: Sendable {
    let apiKey: ApiKey
    /// By ``MonotonicTime``, in nanoseconds.
    let startedAt: UInt64
}

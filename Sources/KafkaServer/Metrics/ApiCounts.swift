/// What an event loop has counted of one API's requests.
struct ApiCounts {
    var requests: UInt64 = 0
    var requestBytes: UInt64 = 0
    var responseBytes: UInt64 = 0
    var throttled: UInt64 = 0
    /// How long the event loop was busy with a request before it turned to something else.
    var handling = DurationHistogram()
    /// How long it took until the answer was there.
    var duration = DurationHistogram()

    /// Counts an answer, or that there is none.
    @inline(__always)
    mutating func answered(_ size: Int, after nanoseconds: UInt64) {
        responseBytes &+= UInt64(truncatingIfNeeded: size)
        duration.observe(nanoseconds)
    }

    mutating func add(_ other: ApiCounts) {
        requests &+= other.requests
        requestBytes &+= other.requestBytes
        responseBytes &+= other.responseBytes
        throttled &+= other.throttled
        handling.add(other.handling)
        duration.add(other.duration)
    }
}

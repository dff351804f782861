import KafkaServer

/// What one event loop counts of its connections to one broker. Only to be touched on that loop.
final class UpstreamCounts {
    /// The numbers themselves.
    struct Numbers: Sendable {
        var connections: UInt64 = 0
        var connects: UInt64 = 0
        var connectFailures: UInt64 = 0
        var requests: UInt64 = 0
        var inFlight: UInt64 = 0
        var sentBytes: UInt64 = 0
        var receivedBytes: UInt64 = 0
        var retries: UInt64 = 0
        var logins: UInt64 = 0
        /// From a request being passed on until its answer was there.
        var answers = DurationHistogram()

        mutating func add(_ other: Numbers) {
            connections &+= other.connections
            connects &+= other.connects
            connectFailures &+= other.connectFailures
            requests &+= other.requests
            inFlight &+= other.inFlight
            sentBytes &+= other.sentBytes
            receivedBytes &+= other.receivedBytes
            retries &+= other.retries
            logins &+= other.logins
            answers.add(other.answers)
        }
    }

    var numbers = Numbers()
}

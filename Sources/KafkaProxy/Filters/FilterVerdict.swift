public import KafkaWire

/// What becomes of a request.
public enum RequestVerdict: Sendable {
    /// It goes on: to the next filter, or to the cluster.
    case forward
    /// The client gets this answer, and the cluster does not see the request. The answer passes the filters that saw
    /// the request before. For a Produce that wants no answer (acks=0) the connection ends, as it does with a broker
    /// that has an error to tell.
    case answer(any ResponseMessage)
    /// The connection ends, after the answers to earlier requests. The reason is for the log.
    case close(String)
    /// It disappears: the connection stays open, and nothing further that its client sends is answered.
    case swallow
}

/// What becomes of an answer.
public enum ResponseVerdict: Sendable, Equatable {
    /// It goes on to the client.
    case forward
    /// The connection ends in its place. The reason is for the log.
    case close(String)
    /// It disappears: the connection stays open, and nothing further on it is answered.
    case swallow
}

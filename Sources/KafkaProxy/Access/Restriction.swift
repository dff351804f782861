import KafkaWire

/// What becomes of a request when what its sender may not do is taken out of it.
enum Restriction<Response: ResponseMessage>: Sendable {
    /// It passes as it is, and so does its answer.
    case none
    /// Nothing of it passes; this is its answer.
    case refused(Response)
    /// What is left of it passes, and the cluster's answer to that is changed before the client sees it.
    case partly(isChanged: Bool, merge: @Sendable (inout Response) -> Void)
    /// There is no way to refuse but to end the connection, as after acks=0.
    case hangUp(String)
}

/// A request that is checked part by part, or as a whole where it cannot be taken apart.
protocol GuardedRequest: RequestMessage {
    /// Takes out of the request what its sender may not do.
    mutating func restrict(_ gate: AccessGate) -> Restriction<Response>
}

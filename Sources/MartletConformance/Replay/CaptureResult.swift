/// What came of one capture.
public struct CaptureResult: Sendable {
    /// What is known about the session.
    public let session: SessionDescription
    /// One for each recorded answer.
    public var results: [ExchangeResult]
    /// What else there is to say.
    public var notes: [String]
    /// Why the capture could not be played to its end; nil if it was.
    public var failure: String?
    /// How long it took, in seconds.
    public var seconds: Double

    /// How often each outcome came about.
    public var counts: OutcomeCounts { OutcomeCounts(results) }
    /// Whether anything is wrong.
    public var isWrong: Bool { failure != nil || counts[.wrong] > 0 }

    /// Gathers what is known of a replay.
    public init(
        session: SessionDescription, results: [ExchangeResult] = [], notes: [String] = [], failure: String? = nil,
        seconds: Double = 0
    ) {
        self.session = session
        self.results = results
        self.notes = notes
        self.failure = failure
        self.seconds = seconds
    }
}

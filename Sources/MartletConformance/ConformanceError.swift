/// Why a capture or a list of requests could not be used, or a broker not be prepared for it.
public enum ConformanceError: Error, Equatable, Sendable {
    /// A line of a capture that makes no sense, counted from 1.
    case badCaptureLine(Int, String)
    /// A file that should be JSON of a certain form.
    case badDocument(String, String)
    /// The broker does not offer an API that is needed to prepare it.
    case brokerLacks(String)
    /// The broker did not answer a request that prepares it.
    case noAnswer(String)
    /// The broker refused what a session needs.
    case notPrepared(String)
    /// A fresh broker ended before it served; with what it last said.
    case brokerDidNotStart(String)
}

extension ConformanceError: CustomStringConvertible {
    /// A sentence for people.
    public var description: String {
        switch self {
        case .badCaptureLine(let line, let problem): "line \(line) of the capture: \(problem)"
        case .badDocument(let name, let problem): "\(name): \(problem)"
        case .brokerLacks(let api): "the broker does not offer \(api), which is needed to prepare it"
        case .noAnswer(let api): "the broker did not answer \(api)"
        case .notPrepared(let what): "the broker could not be prepared: \(what)"
        case .brokerDidNotStart(let text): "the fresh broker did not start: \(text)"
        }
    }
}

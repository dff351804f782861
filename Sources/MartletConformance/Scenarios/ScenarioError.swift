/// Why a scenario cannot be carried out as it is written.
enum ScenarioError: Error, Equatable {
    /// The text of the scenario makes no sense.
    case malformed(String)
    /// A value that an earlier step should have captured.
    case unknownVariable(String)
    /// The request that it describes is not one.
    case noRequest(String)
}

extension ScenarioError: CustomStringConvertible {
    var description: String {
        switch self {
        case .malformed(let problem): problem
        case .unknownVariable(let name): "nothing captured \(name)"
        case .noRequest(let problem): "the request cannot be written: \(problem)"
        }
    }
}

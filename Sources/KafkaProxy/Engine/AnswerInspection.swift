import KafkaProtocol
import KafkaWire

/// What has to be done with an answer of the cluster before a client sees it.
enum AnswerInspection: Equatable {
    /// Nothing: its bytes pass as they come.
    case none
    /// It is read whole, and written again where an address or a version in it changes.
    case whole
    /// Its last tagged fields may hold addresses; what stands before them passes as it comes.
    case fetchTail

    /// Whether answers of the API need it at some version.
    static func isNeeded(_ apiKey: ApiKey) -> Bool {
        apiKey == .apiVersions || ValueAddresses.mayCarry(apiKey)
            || AddressRewriter.carriesAddresses(apiKey, version: .max)
    }

    /// What an answer needs.
    init(_ apiKey: ApiKey, version: Int16) {
        if apiKey == .fetch {
            self = version >= FetchAnswerWalker.firstVersion ? .fetchTail : .none
        } else if apiKey == .apiVersions || ValueAddresses.mayCarry(apiKey)
            || AddressRewriter.carriesAddresses(apiKey, version: version)
        {
            self = .whole
        } else {
            self = .none
        }
    }
}

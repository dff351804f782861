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
    /// It has neither header nor correlation id: a token of SASL. It is gathered and passes as it is.
    case token

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
        } else if apiKey == .saslHandshake, version == 0 {
            // Whether the cluster takes the mechanism tells what comes next.
            self = .whole
        } else {
            self = .none
        }
    }
}

/// Sees the requests of clients before the cluster does, and its answers before the clients do, decoded: to change
/// them, to answer in the cluster's place, to hold them up or to end the connection.
///
/// A filter names the APIs that it wants to see; everything else passes it by without being decoded. Its methods are
/// called on the event loop of the client's connection, so they must not block, and what a filter remembers across
/// requests it has to guard: one value serves all connections. What belongs to one request it keeps in
/// ``FilteredRequest/kept``.
///
/// Filters see a request in their order and its answer in the reverse order. Addresses of brokers are replaced after
/// the last of them, so what a filter sees of an answer are the cluster's own.
public protocol ProxyFilter: Sendable {
    /// The APIs that it wants to see.
    var interests: [FilterInterest] { get }

    /// Whether APIs that it does not name in ``interests`` are not to be served at all.
    var refusesOtherApis: Bool { get }

    /// Sees a request of an API that it named.
    func request(_ request: inout FilteredRequest) -> RequestVerdict

    /// Sees the answer to a request that it let through.
    func response(_ response: inout FilteredResponse) -> ResponseVerdict
}

extension ProxyFilter {
    /// False.
    public var refusesOtherApis: Bool { false }

    /// Lets it through.
    public func request(_ request: inout FilteredRequest) -> RequestVerdict { .forward }

    /// Lets it through.
    public func response(_ response: inout FilteredResponse) -> ResponseVerdict { .forward }
}

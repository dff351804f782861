import KafkaProtocol
import KafkaWire

/// The filters that one API passes, in their order.
struct FilterChain: Sendable {
    struct Link: Sendable {
        var filter: any ProxyFilter
        var seesRequests: Bool
        var seesResponses: Bool
    }

    /// What the filters make of a request.
    enum RequestResult: Sendable {
        case forward
        case answer(any ResponseMessage)
        case close(String)
        case swallow
    }

    let links: [Link]
    let seesRequests: Bool
    let seesResponses: Bool

    init(_ links: [Link]) {
        self.links = links
        seesRequests = links.contains(where: \.seesRequests)
        seesResponses = links.contains(where: \.seesResponses)
    }

    /// Shows the filters a request. One that is answered on the way has its answer shown to those before it.
    ///
    /// - Parameters:
    ///   - request: is changed by the filters.
    ///   - trace: notes what each filter keeps.
    func request(_ request: inout FilteredRequest, _ trace: FilterTrace) -> RequestResult {
        for (index, link) in links.enumerated() {
            guard link.seesRequests else { continue }
            request.kept = nil
            request.wantsResponse = true
            let verdict = link.filter.request(&request)
            trace.kept[index] = request.kept
            trace.wants[index] = link.seesResponses && request.wantsResponse
            switch verdict {
            case .forward: continue
            case .close(let reason): return .close(reason)
            case .swallow: return .swallow
            case .answer(let message):
                trace.passed = index
                return .answer(message)
            }
        }
        trace.passed = links.count
        return .forward
    }

    /// Shows the filters an answer, the last one first.
    func response(_ response: inout FilteredResponse, _ trace: FilterTrace) -> ResponseVerdict {
        for index in (0..<trace.passed).reversed() where trace.wants[index] {
            response.kept = trace.kept[index]
            let verdict = links[index].filter.response(&response)
            guard verdict == .forward else { return verdict }
        }
        return .forward
    }
}

/// What is known of a request that filters let through until it is answered. Only to be used on its connection's event
/// loop.
final class FilterTrace {
    let chain: FilterChain
    let origin: FilterOrigin
    /// What each filter keeps.
    var kept: [(any Sendable)?]
    /// Which filters want to see the answer.
    var wants: [Bool]
    /// How many filters, from the first on, see the answer.
    var passed: Int

    init(chain: FilterChain, origin: FilterOrigin) {
        self.chain = chain
        self.origin = origin
        kept = Array(repeating: nil, count: chain.links.count)
        wants = chain.links.map(\.seesResponses)
        passed = chain.links.count
    }

    /// Whether any filter wants to see the answer.
    var seesResponses: Bool { wants[..<passed].contains(true) }
}

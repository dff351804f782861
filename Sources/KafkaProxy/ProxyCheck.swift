import KafkaClient
public import KafkaConfiguration
import KafkaProtocol
import KafkaWire
import Logging

/// Tries the way from a proxy to its clusters, without listening: every broker is connected to as the proxy would.
public struct ProxyCheck: Sendable {
    /// What was found of one thing.
    public struct Finding: Sendable, Equatable {
        /// What was looked at.
        public var subject: String
        /// What is the matter with it; nil where all is well.
        public var problem: String?
        /// What is known of it where all is well.
        public var detail: String

        /// One line for people.
        public var line: String {
            if let problem { return "FAIL  \(subject): \(problem)" }
            return "ok    \(subject)" + (detail.isEmpty ? "" : ": \(detail)")
        }
    }

    private let configuration: BrokerConfiguration
    private let settings: ProxySettings

    /// - Throws: ``ProxyStartError`` for a configuration that is none of a proxy.
    public init(_ configuration: BrokerConfiguration) throws(ProxyStartError) {
        guard let settings = configuration.proxy else {
            throw ProxyStartError(description: "martlet.engine is not upstream: there is nothing to be a proxy of")
        }
        self.configuration = configuration
        self.settings = settings
    }

    /// Looks at all of it.
    ///
    /// - Parameter report: is told of each finding at once.
    /// - Returns: whether all is well.
    public func run(_ report: (Finding) -> Void) async -> Bool {
        var isWell = true
        func tell(_ subject: String, problem: String? = nil, detail: String = "") {
            if problem != nil { isWell = false }
            report(Finding(subject: subject, problem: problem, detail: detail))
        }
        let plans: [ProxyPlan]
        let securities: [ClientSecurity]
        do throws(ProxyStartError) {
            let logger = Logger(label: "check") { _ in SwiftLogNoOpLogHandler() }
            plans = try ProxyPlan.all(configuration, settings, filters: [], logger: logger)
            securities = try settings.upstreamSecurities(plans.map(\.name)).map {
                result throws(ProxyStartError) in try result.get()
            }
            // The files of users, rules and quotas.
            try ProxyIdentity(configuration, settings, logger: logger).stop()
        } catch {
            tell("configuration", problem: error.description)
            return false
        }
        for (plan, security) in zip(plans, securities) {
            let name = plan.name.map { "virtual cluster \($0)" } ?? "cluster"
            var brokers: [Int32: BrokerAddress] = [:]
            for address in plan.bootstrap {
                switch await look(at: address, security) {
                case .failure(let problem): tell("\(name), \(address)", problem: problem.text)
                case .success(let metadata):
                    brokers.merge(metadata.brokers) { first, _ in first }
                    tell("\(name), \(address)", detail: "answers, and knows \(metadata.brokers.count) brokers")
                }
            }
            if brokers.isEmpty { tell(name, problem: "no broker could be asked") }
            for (nodeId, address) in brokers.sorted(by: { $0.key < $1.key }) {
                await look(at: address, nodeId, name, plan, security) { tell($0, problem: $1, detail: $2) }
            }
        }
        return isWell
    }

    private struct Problem: Error {
        var text: String
    }

    /// A broker as the cluster advertises it, which is where the proxy will connect.
    private func look(
        at address: BrokerAddress, _ nodeId: Int32, _ name: String, _ plan: ProxyPlan, _ security: ClientSecurity,
        _ tell: (_ subject: String, _ problem: String?, _ detail: String) -> Void
    ) async {
        let subject = "\(name), broker \(nodeId) at \(address)"
        if case .failure(let problem) = await look(at: address, security) {
            tell(subject, "the address that the cluster advertises does not lead to it: \(problem.text)", "")
            return
        }
        let ports = NodePorts.assign(configuration, settings)
        var places: [String] = []
        for listener in configuration.listeners.listeners where plan.listeners.contains(listener.name) {
            if let template = settings.sniTemplates[listener.name].flatMap(SNITemplate.init) {
                places.append("\(template.host(nodeId)):\(listener.port) on \(listener.name)")
                continue
            }
            guard let port = ports[listener.name]?.port(of: nodeId) else {
                let base = ports[listener.name].map { ", whose ports begin at \($0.base)" } ?? ""
                tell(subject, "there is no port for it on \(listener.name)\(base)", "")
                return
            }
            places.append("port \(port) on \(listener.name)")
        }
        tell(subject, nil, "answers; clients find it at \(places.joined(separator: ", "))")
    }

    private func look(
        at address: BrokerAddress, _ security: ClientSecurity
    ) async -> Result<ClusterMetadata, Problem> {
        var client = ClientConfiguration(clientId: "martlet-proxy-check")
        client.connectTimeout = min(client.connectTimeout, settings.connectTimeoutMilliseconds)
        client.security = security
        do {
            let connection = try await KafkaConnection.connect(to: address, configuration: client)
            defer { connection.close() }
            let metadata = ClusterMetadata(try await connection.send(MetadataRequest(topics: [])))
            return .success(metadata)
        } catch {
            return .failure(Problem(text: "\(error)"))
        }
    }
}

/// Works out `ListenerConfiguration` from what was set, by Kafka's rules.
struct ListenerResolver {
    let layers: ConfigLayers
    private(set) var problems: [ConfigurationProblem] = []

    init(layers: ConfigLayers) { self.layers = layers }

    mutating func resolve() -> ListenerConfiguration {
        let controllerNames = (layers.text("controller.listener.names") ?? "").split(separator: ",")
            .map { String($0).trimmed.uppercased() }.filter { !$0.isEmpty }
        let protocols = protocolMap(controllerNames: controllerNames)
        let all = endpoints("listeners", text: listenersText, protocols: protocols)
        checkDistinct(all)
        let listeners = all.filter { !controllerNames.contains($0.name) }
        if listeners.isEmpty, problems.isEmpty {
            refuse(
                "listeners",
                controllerNames.isEmpty
                    ? "at least one listener is needed"
                    : "every listener is a controller's; clients need one that is not")
        }
        let advertised = advertisedListeners(of: listeners, controllerNames: controllerNames, protocols: protocols)
        return ListenerConfiguration(
            listeners: listeners, advertisedListeners: advertised,
            controllerListeners: all.filter { controllerNames.contains($0.name) },
            controllerListenerNames: controllerNames, interBrokerListenerName: interBrokerName(advertised))
    }

    /// `listeners`, or what the keys of releases before 3.0 say in its place.
    private var listenersText: String {
        if layers.fixed["listeners"] == nil, layers.fixed["port"] != nil || layers.fixed["host.name"] != nil {
            return "PLAINTEXT://\(layers.text("host.name") ?? ""):\(layers.integer("port") ?? 9092)"
        }
        return layers.text("listeners") ?? ""
    }

    private var advertisedText: String? {
        if let text = layers.fixed["advertised.listeners"]?.text.trimmed, !text.isEmpty { return text }
        let host = layers.fixed["advertised.host.name"]?.text.trimmed
        guard layers.fixed["listeners"] == nil, host != nil || layers.fixed["advertised.port"] != nil else {
            return nil
        }
        let port = layers.integer("advertised.port") ?? layers.integer("port") ?? 9092
        return "PLAINTEXT://\(host ?? layers.text("host.name") ?? ""):\(port)"
    }

    private mutating func refuse(_ key: String, _ reason: String) {
        problems.append(.refused(key: key, origin: layers.fixed[key]?.origin, reason: reason))
    }

    private mutating func protocolMap(controllerNames: [String]) -> [String: SecurityProtocol] {
        let key = "listener.security.protocol.map"
        var map: [String: SecurityProtocol] = [:]
        if layers.fixed[key] == nil {
            for name in controllerNames { map[name] = .plaintext }
            for known in SecurityProtocol.allCases { map[known.rawValue] = known }
            return map
        }
        for pair in (layers.text(key) ?? "").split(separator: ",") {
            guard let colon = pair.lastIndex(of: ":"),
                let known = SecurityProtocol(rawValue: String(pair[pair.index(after: colon)...]).trimmed.uppercased())
            else {
                let all = SecurityProtocol.allCases.map(\.rawValue).joined(separator: ", ")
                refuse(key, "\(pair.trimmed) must be NAME:PROTOCOL, with a protocol out of \(all)")
                continue
            }
            map[String(pair[..<colon]).trimmed.uppercased()] = known
        }
        return map
    }

    private mutating func endpoints(
        _ key: String, text: String, protocols: [String: SecurityProtocol]
    ) -> [ListenerEndpoint] {
        var endpoints: [ListenerEndpoint] = []
        for part in text.split(separator: ",").map({ String($0).trimmed }) {
            guard var endpoint = ListenerEndpoint.parse(part) else {
                refuse(key, "\(part) must be NAME://host:port, for example PLAINTEXT://localhost:9092")
                continue
            }
            guard let securityProtocol = protocols[endpoint.name] else {
                refuse(
                    key,
                    "No security protocol defined for listener \(endpoint.name); "
                        + "name it in listener.security.protocol.map"
                )
                continue
            }
            endpoint.securityProtocol = securityProtocol
            endpoints.append(endpoint)
        }
        return endpoints
    }

    private mutating func checkDistinct(_ endpoints: [ListenerEndpoint]) {
        if Set(endpoints.map(\.name)).count != endpoints.count {
            refuse("listeners", "each listener must have a different name")
        }
        // One port may serve twice when one address is IPv4 and the other IPv6.
        let ports = endpoints.filter { $0.port != 0 }.map { "\($0.port) \($0.host.contains(":"))" }
        if Set(ports).count != ports.count {
            refuse(
                "listeners",
                "each listener must have a different port, "
                    + "unless one of two has an IPv4 address and the other an IPv6 address"
            )
        }
    }

    private mutating func advertisedListeners(
        of listeners: [ListenerEndpoint], controllerNames: [String], protocols: [String: SecurityProtocol]
    ) -> [ListenerEndpoint] {
        let key = "advertised.listeners"
        guard let text = advertisedText else {
            for listener in listeners where listener.host == "0.0.0.0" { refuseMetaAddress("listeners") }
            return listeners.map { listener in
                var advertised = listener
                if listener.isWildcard { advertised.host = "" }
                return advertised
            }
        }
        let before = problems.count
        let advertised = endpoints(key, text: text, protocols: protocols).filter { !controllerNames.contains($0.name) }
        guard problems.count == before else { return advertised }
        for endpoint in advertised {
            if endpoint.host == "0.0.0.0" { refuseMetaAddress(key) }
            if !listeners.contains(where: { $0.name == endpoint.name }) {
                let names = listeners.map(\.name).joined(separator: ",")
                refuse(key, "\(endpoint.name) is no listener; the listeners are \(names)")
            }
        }
        if Set(advertised.map(\.name)).count != advertised.count {
            refuse(key, "each advertised listener must have a different name")
        }
        if advertised.isEmpty { refuse(key, "at least one listener must be advertised") }
        return advertised
    }

    private mutating func refuseMetaAddress(_ key: String) {
        refuse(
            key,
            "advertised.listeners cannot use the nonroutable meta-address 0.0.0.0: clients are told this address and "
                + "cannot connect to it. Set advertised.listeners to an address they can reach")
    }

    private mutating func interBrokerName(_ advertised: [ListenerEndpoint]) -> String {
        let nameKey = "inter.broker.listener.name"
        let protocolKey = "security.inter.broker.protocol"
        let chosen = layers.fixed[nameKey]?.text.trimmed.uppercased()
        if let fixed = layers.fixed[protocolKey] {
            if chosen != nil { refuse(protocolKey, "only one of \(nameKey) and \(protocolKey) may be set") }
            // Kafka takes the listener that is named after the protocol.
            let name = fixed.text.trimmed.uppercased()
            if chosen == nil, problems.isEmpty {
                if SecurityProtocol(rawValue: name) == nil {
                    let names = SecurityProtocol.allCases.map(\.rawValue).joined(separator: ", ")
                    refuse(protocolKey, "must be one of \(names)")
                } else if advertised.contains(where: { $0.name == name }) {
                    return name
                }
            }
        }
        if let chosen {
            if problems.isEmpty, !advertised.contains(where: { $0.name == chosen }) {
                let names = advertised.map(\.name).joined(separator: ",")
                refuse(nameKey, "must be the name of an advertised listener; these are \(names)")
            }
            return chosen
        }
        let plaintext = SecurityProtocol.plaintext.rawValue
        return advertised.contains { $0.name == plaintext } ? plaintext : advertised.first?.name ?? plaintext
    }
}

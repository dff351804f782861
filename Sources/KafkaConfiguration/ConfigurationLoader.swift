/// Gathers what was set, checks it, and makes a configuration of it.
struct ConfigurationLoader {
    let file: String
    var layers = ConfigLayers()
    var problems: [ConfigurationProblem] = []
    var warnings: [ConfigurationWarning] = []

    init(file: String) { self.file = file }

    mutating func read(_ properties: String) {
        do throws(PropertiesSyntaxError) {
            for entry in try PropertiesParser.parse(properties) {
                let origin = ConfigOrigin.line(entry.line, file: file)
                if let earlier = layers.fixed[entry.key]?.origin {
                    warn(entry.key, origin, "was set before (\(earlier)); this value counts")
                }
                layers.fixed[entry.key] = ConfigLayers.StaticValue(text: entry.value, origin: origin)
            }
        } catch {
            problems.append(.syntax(line: error.line, file: file, reason: error.reason))
        }
    }

    mutating func override(with overrides: [String]) {
        for text in overrides {
            guard let mark = text.firstIndex(of: "="), mark > text.startIndex else {
                problems.append(.malformedOverride(text))
                continue
            }
            let value = String(text[text.index(after: mark)...])
            layers.fixed[String(text[..<mark]).trimmed] = ConfigLayers.StaticValue(text: value, origin: .override)
        }
    }

    mutating func finish() throws(ConfigurationError) -> BrokerConfiguration {
        for (key, value) in layers.fixed.sorted(by: { $0.key < $1.key }) { check(key, value) }
        var unchecked = problems.isEmpty
        if unchecked {
            settleNodeId()
            unchecked = problems.isEmpty
        }
        // Rules over several keys would only repeat what is wrong with one of them.
        guard unchecked else { throw ConfigurationError(problems: ordered(problems)) }
        var resolver = ListenerResolver(layers: layers)
        let listeners = resolver.resolve()
        problems += resolver.problems
        if problems.isEmpty {
            var quorum = QuorumCheck(
                layers: layers, nodeId: Int32(clamping: layers.integer("node.id") ?? 1), listeners: listeners)
            quorum.run()
            problems += quorum.problems
        }
        checkValues()
        if let first = listeners.controllerListeners.first {
            warn(
                "listeners", layers.fixed["listeners"]?.origin,
                "\(first) is not opened: the controller is a part of this process; tools reach it by "
                    + "--bootstrap-server on a listener for clients")
        }
        checkCapture(listeners)
        checkProxy(listeners)
        guard problems.isEmpty else { throw ConfigurationError(problems: ordered(problems)) }
        return BrokerConfiguration(layers: layers, listeners: listeners, warnings: orderedWarnings())
    }

    private mutating func warn(_ key: String, _ origin: ConfigOrigin?, _ message: String) {
        warnings.append(ConfigurationWarning(key: key, origin: origin, message: message))
    }

    private mutating func refuse(_ key: String, _ reason: String) {
        problems.append(.refused(key: key, origin: layers.fixed[key]?.origin, reason: reason))
    }

    /// One key by itself: known, of its type, and of use.
    private mutating func check(_ key: String, _ value: ConfigLayers.StaticValue) {
        if ConfigCatalog.isPluginConfig(key) {
            warn(key, value.origin, "has no effect: \(NoEffectReason.javaClass.rawValue)")
            return
        }
        guard let definition = ConfigCatalog.brokerDefinition(key) else {
            let suggestion = ConfigCatalog.suggestion(forBroker: key)
            problems.append(.unknownKey(key, origin: value.origin, suggestion: suggestion))
            return
        }
        if let complaint = definition.complaint(about: value.text, name: key) {
            problems.append(
                .badValue(
                    key: key, origin: value.origin, complaint: complaint, allowed: definition.rule.allowed))
            return
        }
        if case .noEffect(let reason) = definition.treatment, !Self.isHarmless(key, value.text) {
            warn(key, value.origin, "has no effect: \(reason.rawValue)")
        }
    }

    /// Values that ask for what a single broker does anyway.
    private static func isHarmless(_ key: String, _ text: String) -> Bool {
        (key.hasSuffix(".replication.factor") || key.hasSuffix(".min.isr")) && text.trimmed == "1"
            || key == "compression.type" && text.trimmed == "producer"
    }

    /// `broker.id` and `node.id` are one value; each is shown whichever was set.
    private mutating func settleNodeId() {
        if layers.integer("broker.id") == -1 { layers.fixed["broker.id"] = nil }
        switch (layers.fixed["node.id"], layers.fixed["broker.id"]) {
        case (let node?, nil):
            layers.fixed["broker.id"] = .init(text: node.text, origin: .synonym("node.id"))
        case (nil, let broker?):
            layers.fixed["node.id"] = .init(text: broker.text, origin: .synonym("broker.id"))
        case (let node?, let broker?):
            if node.text.trimmed != broker.text.trimmed {
                refuse("node.id", "must have the same value as broker.id, which is \(broker.text.trimmed)")
            }
        case (nil, nil): break
        }
        if let id = layers.integer("node.id"), id < 0 { refuse("node.id", "must be at least 0") }
    }

    private mutating func checkValues() {
        if LogSettings.directories(layers).isEmpty {
            refuse("log.dirs", "at least one directory must be set through log.dirs or log.dir")
        }
        let inherited = InheritedTopicValues(broker: layers).all()
        let defaults = TopicConfiguration(TopicValues(overrides: [:], inherited: inherited))
        if defaults.retentionMs == 0 { refuse("log.retention.ms", "must be -1 (unlimited) or at least 1") }
        if defaults.segmentMs < 1 { refuse("log.roll.ms", "must be at least 1") }
        if defaults.segmentJitterMs < 0 { refuse("log.roll.jitter.ms", "must be at least 0") }
        if NetworkSettings.overrides(layers.text("max.connections.per.ip.overrides") ?? "") == nil {
            refuse("max.connections.per.ip.overrides", "must be a list of address:count")
        }
        if !(0...4 ~= (layers.integer("offsets.topic.compression.codec") ?? 0)) {
            refuse("offsets.topic.compression.codec", "must be 0 (none), 1 (gzip), 2 (snappy), 3 (lz4) or 4 (zstd)")
        }
        if let problem = ConsoleSettings.problem(layers) { refuse(ConsoleSettings.key, problem) }
        for problem in AuthorizationSettings.problems(layers) { refuse(problem.key, problem.reason) }
        warnOfReplicas()
        if let zooKeeper = layers.fixed["zookeeper.connect"] {
            warn(
                "zookeeper.connect", zooKeeper.origin,
                "this is a single broker that does not use ZooKeeper; a cluster is reached through the proxy")
        }
    }

    private mutating func checkCapture(_ listeners: ListenerConfiguration) {
        guard let capture = CaptureSettings(layers) else { return }
        let names = listeners.listeners.map(\.name)
        for name in capture.listeners where !names.contains(name) {
            refuse("martlet.capture.listeners", "names \(name), but the listeners are \(names.joined(separator: ", "))")
        }
    }

    private mutating func checkProxy(_ listeners: ListenerConfiguration) {
        let servers = "martlet.proxy.upstream.servers"
        guard let proxy = ProxySettings(layers, listeners: listeners) else {
            if layers.fixed[servers] != nil {
                warn(servers, layers.fixed[servers]?.origin, "has no effect without martlet.engine=upstream")
            }
            return
        }
        let needsServers =
            proxy.virtualClusters.isEmpty || proxy.virtualClusters.contains { $0.upstreamServers.isEmpty }
        if proxy.upstreamServers.isEmpty, needsServers {
            refuse(servers, "must name a broker of the cluster behind the proxy, for example kafka1:9092,kafka2:9092")
        }
        for template in Set(proxy.sniTemplates.values).sorted()
        where template.split(separator: "$(nodeId)", omittingEmptySubsequences: false).count != 2 {
            refuse("martlet.proxy.sni.template", "must hold $(nodeId) once, but is \(template)")
        }
        if layers.text("martlet.proxy.sni.template") != nil, proxy.sniTemplates.isEmpty {
            refuse("martlet.proxy.sni.template", "needs a listener with TLS")
        }
        var check = ProxyFilterCheck(layers: layers, listeners: listeners.listeners.map(\.name))
        check.run(proxy)
        for problem in check.problems { refuse(problem.key, problem.reason) }
        var identities = VirtualIdentityCheck(layers: layers, listeners: listeners.listeners)
        identities.run(proxy)
        for problem in identities.problems { refuse(problem.key, problem.reason) }
        for warning in identities.warnings { warn(warning.key, layers.fixed[warning.key]?.origin, warning.reason) }
        if let host = proxy.advertisedHost, ["0.0.0.0", "::", "[::]"].contains(host) {
            refuse("martlet.proxy.advertised.host", "is told to clients, who cannot connect to \(host)")
        }
        let withPorts = listeners.listeners.map(\.name).filter { proxy.sniTemplates[$0] == nil }
        for (base, names) in Dictionary(grouping: withPorts, by: { proxy.nodePortBases[$0] ?? 0 })
        where base > 0 && names.count > 1 {
            refuse(
                "martlet.proxy.node.port.base",
                "is \(base) for \(names.joined(separator: " and ")), and a port can stand for one broker on one "
                    + "listener only; set listener.name.\(names[1].lowercased()).martlet.proxy.node.port.base besides")
        }
        if ProxySettings.nodeIds(layers.list("martlet.proxy.node.ids")) == nil {
            refuse("martlet.proxy.node.ids", "must be ids or ranges of ids, for example 0-2,5, at most 1000 of them")
        }
    }

    private mutating func warnOfReplicas() {
        if let factor = layers.integer("default.replication.factor"), factor > 1 {
            warn(
                "default.replication.factor", layers.fixed["default.replication.factor"]?.origin,
                "there is one broker, so topics whose creation names no replication factor are refused with "
                    + "INVALID_REPLICATION_FACTOR, automatically created ones among them")
        }
        if let replicas = layers.integer("min.insync.replicas"), replicas > 1 {
            warn(
                "min.insync.replicas", layers.fixed["min.insync.replicas"]?.origin,
                "there is one broker, so a record is held by one replica all the same")
        }
    }

    private func ordered(_ problems: [ConfigurationProblem]) -> [ConfigurationProblem] {
        problems.enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }.map(\.element)
    }

    private func orderedWarnings() -> [ConfigurationWarning] {
        warnings.enumerated()
            .sorted { ($0.element.origin?.line ?? .max, $0.offset) < ($1.element.origin?.line ?? .max, $1.offset) }
            .map(\.element)
    }
}

extension ConfigOrigin {
    fileprivate var line: Int {
        if case .line(let line, _) = self { return line }
        return .max
    }
}

extension ConfigurationProblem {
    fileprivate var line: Int {
        switch self {
        case .syntax(let line, _, _): line
        case .malformedOverride: .max
        case .unknownKey(_, let origin, _), .badValue(_, let origin, _, _): origin.line
        case .refused(_, let origin, _): origin?.line ?? .max
        }
    }
}

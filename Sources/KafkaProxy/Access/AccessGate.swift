import KafkaProtocol
import KafkaServer
import KafkaWire

/// What the sender of one request may do, and the names of the topics that it speaks of by id.
struct AccessGate: Sendable {
    /// Nil lets everything pass.
    let access: Access?
    /// The version of the request.
    let version: Int16
    /// The name of a topic; nil for an id that is not known here.
    let topicName: @Sendable (Uuid) -> String?
    /// Who of the members of consumer groups has a pattern.
    var patterns: PatternMembers?

    /// Whether the sender may do that to what has the name.
    func allows(_ rule: AccessRule, _ name: String, isAsked: Bool = true) -> Bool {
        access.allows(rule, name, tellsRefusal: isAsked)
    }

    /// Whether the rule, which is one about the cluster, lets the sender through.
    func allows(_ rule: AccessRule, isAsked: Bool = true) -> Bool {
        access.allows(rule, tellsRefusal: isAsked)
    }

    /// Whether the sender may do that to everything that the rule is about, whatever its name.
    func allowsAll(_ rule: AccessRule) -> Bool {
        access?.allowsAll(rule.operation, rule.type) ?? true
    }

    /// Why a topic may not be touched; nil where it may. An id that is not known has no name to check: clients ask for
    /// metadata when they hear so, and the answer to that tells its name.
    func error(_ rule: AccessRule, topic name: String, id: Uuid, byId: Bool) -> ErrorCode? {
        guard byId else { return allows(rule, name) ? nil : rule.error }
        guard access != nil else { return nil }
        guard let known = topicName(id) else { return .unknownTopicId }
        return allows(rule, known) ? nil : rule.error
    }

    /// What the cluster lets the proxy do and the proxy its client: bits of KIP-430.
    func operations(_ upstream: Int32, of own: @autoclosure () -> Int32) -> Int32 {
        upstream == AuthorizedOperations.notRequested ? upstream : upstream & own()
    }

    /// Takes the parts that are refused out of a request.
    func take<Part>(_ parts: inout [Part], _ error: (Part) -> ErrorCode?) -> [(part: Part, error: ErrorCode)] {
        guard access != nil else { return [] }
        var refused: [(part: Part, error: ErrorCode)] = []
        var allowed: [Part] = []
        for part in parts {
            if let error = error(part) { refused.append((part, error)) } else { allowed.append(part) }
        }
        if !refused.isEmpty { parts = allowed }
        return refused
    }

    /// Takes the parts that are refused out of a request; their answers join those of the cluster.
    ///
    /// - Parameters:
    ///   - answers: where the answer has the parts'.
    ///   - empty: the answer without any part.
    func restrict<Part, Answer: Sendable, Response: ResponseMessage>(
        _ parts: inout [Part], _ answers: any WritableKeyPath<Response, [Answer]> & Sendable, of empty: Response,
        failed: (Part, ErrorCode) -> Answer, _ error: (Part) -> ErrorCode?
    ) -> Restriction<Response> {
        let refused = take(&parts, error).map { failed($0.part, $0.error) }
        guard !refused.isEmpty else { return .none }
        guard !parts.isEmpty else {
            var answer = empty
            answer[keyPath: answers] = refused
            return .refused(answer)
        }
        return .partly(isChanged: true) { $0[keyPath: answers] += refused }
    }
}

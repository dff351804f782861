import KafkaMessageJSON
import KafkaProtocol
import KafkaWire
public import NIOCore

/// Everything that says how a target may differ from a recording.
public struct ReplayRules: Sendable {
    /// A request whose field is set needs an API of a later feature to mean anything.
    struct Need: Sendable {
        let api: String
        let field: String
        /// Set means: not null, empty, zero; or this very value.
        let value: JSONValue?
        let needs: String
        let reason: String
    }

    let comparisons: [ComparisonRule]
    let needs: [Need]
    /// APIs whose requests change what later answers say; what these name is suspect where they are not served.
    let changing: [String: String]
    /// Steps of lists of bad requests that need not agree, as `case/step`, with reasons.
    let badRequests: [String: String]

    /// The rules that the program was built with.
    public static func standard() throws -> ReplayRules {
        try ReplayRules(parsing: ByteBuffer(string: standardText))
    }

    /// Reads a file of rules. Throws ``ConformanceError``.
    public init(parsing text: ByteBuffer) throws {
        let json: JSONValue
        do throws(JSONSyntaxError) {
            json = try JSONValue(parsing: text.readableBytesView)
        } catch {
            throw ConformanceError.badDocument("rules", "\(error.problem) in line \(error.line)")
        }
        comparisons = try json["rules"]?.elements?.map(ComparisonRule.init) ?? []
        needs = json["needs"]?.elements?.compactMap(Need.init) ?? []
        changing = Self.reasons(json["changing"])
        badRequests = Self.reasons(json["badRequests"])
    }

    /// These rules with others that are tried before them.
    public func preceded(by others: ReplayRules) -> ReplayRules {
        ReplayRules(
            comparisons: others.comparisons + comparisons, needs: others.needs + needs,
            changing: changing.merging(others.changing) { $1 },
            badRequests: badRequests.merging(others.badRequests) { $1 })
    }

    private init(
        comparisons: [ComparisonRule], needs: [Need], changing: [String: String], badRequests: [String: String]
    ) {
        self.comparisons = comparisons
        self.needs = needs
        self.changing = changing
        self.badRequests = badRequests
    }

    private static func reasons(_ json: JSONValue?) -> [String: String] {
        var reasons: [String: String] = [:]
        for member in json?.members ?? [] { reasons[member.name] = member.value.stringValue ?? "" }
        return reasons
    }

    /// The rules for one message, in the order in which they are tried.
    func comparisons(_ api: ApiKey, _ version: Int16) -> [ComparisonRule] {
        comparisons.filter { $0.concerns(api.name, version) }
    }

    /// The API that a request needs besides its own, if the target lacks it.
    func missingNeed(of request: RequestFrame, _ body: JSONValue?, _ offered: OfferedVersions) -> Need? {
        guard let body else { return nil }
        return needs.first { need in
            guard need.api == request.api.name, let value = body[need.field] else { return false }
            let isSet = need.value.map { $0 == value } ?? Presence.isSet(value)
            return isSet && !ApiKey.all.contains { $0.name == need.needs && offered[$0] != nil }
        }
    }
}

extension ReplayRules.Need {
    init?(_ json: JSONValue) {
        guard let api = json["api"]?.stringValue, let field = json["field"]?.stringValue,
            let needs = json["needs"]?.stringValue
        else { return nil }
        self.init(api: api, field: field, value: json["value"], needs: needs, reason: json["reason"]?.stringValue ?? "")
    }
}

import KafkaMessageJSON
import KafkaProtocol
import KafkaWire
public import NIOCore

/// A course of requests with the answers that a broker should give, read from JSON.
public struct Scenario: Sendable {
    /// The name of its file without the ending.
    public let name: String
    /// What it is about, in a sentence.
    public let about: String
    /// The API whose every version it goes through; nil for one that is run once.
    let api: ApiKey?
    /// The versions of that API that it is meant for.
    let versions: ClosedRange<Int16>
    /// APIs that have to be offered for it to make sense.
    let needs: [ApiKey]
    /// Whether no other scenario may run at the same time, as it changes what belongs to the whole broker.
    let isAlone: Bool
    let steps: [ScenarioStep]

    /// Reads a scenario. Throws ``ConformanceError``.
    public init(name: String, parsing text: ByteBuffer) throws {
        self.name = name
        let json: JSONValue
        do throws(JSONSyntaxError) {
            json = try JSONValue(parsing: text.readableBytesView)
        } catch {
            throw ConformanceError.badDocument(name, "\(error.problem) in line \(error.line)")
        }
        do {
            about = json["about"]?.stringValue ?? ""
            api = try json["api"].map { try Self.api($0) }
            versions = try ComparisonRule.versions(json["versions"]?.stringValue ?? "0+")
            needs = try json["needs"]?.elements?.map { try Self.api($0) } ?? []
            isAlone = json["alone"]?.boolValue ?? false
            steps = try (json["steps"]?.elements ?? []).map { try ScenarioStep($0) }
        } catch {
            throw ConformanceError.badDocument(name, "\(error)")
        }
        guard !steps.isEmpty else { throw ConformanceError.badDocument(name, "there are no steps") }
    }

    static func api(_ json: JSONValue) throws -> ApiKey {
        guard let name = json.stringValue, let key = ApiKey.all.first(where: { $0.name == name }) else {
            throw ScenarioError.malformed("\(json.text) is no API")
        }
        return key
    }
}

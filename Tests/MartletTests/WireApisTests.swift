import KafkaMessageJSON
import Testing

@testable import martlet

@Suite struct WireApisTests {
    @Test func everyApiHasALine() throws {
        let lines = ApiReport.table
        #expect(lines.count == 94)
        #expect(
            lines.contains { $0.split(separator: " ") == ["1", "Fetch", "0-18", "12+", "4-18", "broker,controller"] })
        #expect(
            lines.contains {
                $0.split(separator: " ").starts(with: ["7", "ControlledShutdown"]) && $0.contains("none")
            })
        guard case .array(let apis) = ApiReport.json else { return }
        #expect(apis.count == 93)
        #expect(apis[1]["kafka43Versions"] == .string("4-18") && apis[1]["flexibleRequests"] == .string("12+"))
    }

    @Test func fieldsAreShownWithTheirVersions() throws {
        let message = try #require(try MessageOptions.messages(named: "fetch").first)
        let lines = FieldReport.lines(of: message)
        #expect(lines.first == "FetchRequest 0-18")
        #expect(
            lines.contains { $0.split(separator: " ") == ["clusterId", "string", "12-18", "nullable", "tag", "0"] })
        #expect(lines.contains { $0.hasPrefix("    topicId") && $0.hasSuffix("uuid 13-18") })
        #expect(FieldReport.json(of: message)["fields"]?[9]?["fields"]?[0]?["entity"] == .string("topicName"))
    }
}

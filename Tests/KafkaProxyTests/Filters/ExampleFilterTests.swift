import Foundation
import KafkaClient
import KafkaProtocol
import KafkaWire
import Testing

@Suite("The filter that the documentation shows")
struct ExampleFilterTests {
    @Test("It refuses what it should and lets the rest through")
    func works() async throws {
        try await withProxy(filters: [PartitionLimit(most: 3)]) { proxy in
            let connection = try await proxy.connect()
            let answer = try await connection.send(
                CreateTopicsRequest(
                    topics: [
                        .init(name: "small", numPartitions: 3, replicationFactor: 1),
                        .init(name: "large", numPartitions: 4, replicationFactor: 1),
                    ], timeoutMs: 9_000))
            let codes = Dictionary(uniqueKeysWithValues: answer.topics.map { ($0.name, $0.errorCode) })
            #expect(codes == ["small": 0, "large": ErrorCode.policyViolation.rawValue])
            connection.close()
        }
    }

    @Test("The page has it as it is here")
    func isOnThePage() throws {
        let folder = #filePath.split(separator: "/").dropLast().map { "/\($0)" }.joined()
        let page = try String(contentsOfFile: "\(folder)/../../../docs/filters.md", encoding: .utf8)
        let source = try String(contentsOfFile: "\(folder)/PartitionLimit.swift", encoding: .utf8)
        #expect(page.contains("```swift\n\(source)```"))
    }
}

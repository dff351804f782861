import Foundation
import Testing

@testable import KafkaBroker

@Suite struct MetadataDamageTests {
    /// Recovery would cut the log there, and put the partitions of all topics behind it aside.
    @Test func `a broker does not start over a metadata log that is damaged inside`() async throws {
        let directory = TestBroker.newDirectory()
        defer { removeDirectories([directory]) }
        let broker = try await TestBroker.start(in: directory, [])
        let client = try await broker.client()
        try await client.createTopic("t")
        await client.close()
        await broker.stop()
        try FileManager.default.removeItem(atPath: directory + "/.kafka_cleanshutdown")
        let path = URL(fileURLWithPath: directory + "/__cluster_metadata-0/00000000000000000000.log")
        let sound = try Data(contentsOf: path)
        var bytes = sound
        bytes[bytes.count / 2] ^= 0x01
        try bytes.write(to: path)
        let refusal = await #expect(throws: BrokerStartError.self) {
            try await TestBroker.start(in: directory, []).stop()
        }
        #expect(refusal?.description.contains("martlet log repair") == true)
        #expect(try Data(contentsOf: path) == bytes)
        #expect(FileManager.default.fileExists(atPath: directory + "/t-0"))
        try sound.write(to: path)
        try await TestBroker.start(in: directory, []).stop()
    }
}

import Foundation
import KafkaProtocol
import KafkaWire
import NIOCore
import Testing

@testable import KafkaBroker

/// AlterReplicaLogDirs and what DescribeLogDirs says of it.
@Suite struct LogMoveWireTests {
    private let root = TestBroker.newDirectory()

    private func start() async throws -> TestBroker {
        try await TestBroker.start(
            in: root, ["log.dirs=\(root)/a,\(root)/b", "log.segment.bytes=2000", "log.retention.ms=-1"])
    }

    private func place(_ client: WireClient) async throws -> [String] {
        let directories = try await client.call(DescribeLogDirsRequest(topics: nil), version: 4).results
        #expect(directories.allSatisfy { $0.errorCode == 0 && $0.totalBytes > 0 && $0.usableBytes > 0 })
        return directories.filter { $0.topics.contains { $0.name == "t" } }.map(\.logDir)
    }

    private func move(_ client: WireClient, to path: String) async throws -> Int16? {
        let request = AlterReplicaLogDirsRequest(
            dirs: [.init(path: path, topics: [.init(name: "t", partitions: [0])])])
        return try await client.call(request, version: 2).results.first?.partitions.first?.errorCode
    }

    private func everything(_ client: WireClient) async throws -> [String] {
        var found: [String] = []
        var offset: Int64 = 0
        while true {
            let more = try values(of: try await client.fetch("t", at: offset).records)
            guard !more.isEmpty else { return found }
            found += more
            offset = Int64(found.count)
        }
    }

    @Test func `a log goes to another directory while it is produced to and read`() async throws {
        defer { try? FileManager.default.removeItem(atPath: root) }
        var broker = try await start()
        var client = try await broker.client()
        try await client.createTopic("t")
        var sent: [String] = []
        for round in 0..<60 {
            sent.append("value \(round)")
            try await client.append([sent[round]], to: "t")
        }
        let from = try #require(try await place(client).first)
        let to = from == root + "/a" ? root + "/b" : root + "/a"
        #expect(try await move(client, to: root + "/c") == ErrorCode.logDirNotFound.rawValue)
        #expect(try await move(client, to: from) == 0)
        #expect(try await place(client) == [from])
        #expect(try await move(client, to: to) == 0)
        for round in 60..<160 {
            sent.append("value \(round)")
            try await client.append([sent[round]], to: "t")
            if round > 80, try await place(client) == [to] { break }
            try await Task.sleep(for: .milliseconds(50))
        }
        #expect(try await place(client) == [to])
        #expect(try await everything(client) == sent)
        try await client.append(["last"], to: "t")
        await client.close()
        await broker.stop()
        #expect(FileManager.default.fileExists(atPath: to + "/t-0/partition.metadata"))
        #expect(!FileManager.default.fileExists(atPath: from + "/t-0"))

        // What a stop in the middle of a copy leaves: the move begins anew. One of a topic that is gone goes.
        try FileManager.default.createDirectory(
            atPath: from + "/gone-0.0123456789abcdef0123456789abcdef-future", withIntermediateDirectories: false)
        try FileManager.default.createDirectory(
            atPath: from + "/t-0.0123456789abcdef0123456789abcdef-future", withIntermediateDirectories: false)
        broker = try await start()
        client = try await broker.client()
        for _ in 0..<100 where try await place(client) != [from] { try await Task.sleep(for: .milliseconds(50)) }
        #expect(try await place(client) == [from])
        #expect(try await everything(client) == sent + ["last"])
        await client.close()
        await broker.stop()
        let names = try FileManager.default.contentsOfDirectory(atPath: from)
        #expect(!names.contains { $0.hasSuffix("-future") })
    }
}

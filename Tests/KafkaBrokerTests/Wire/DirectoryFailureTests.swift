import Foundation
import KafkaProtocol
import KafkaWire
import NIOCore
import Testing

@testable import KafkaBroker

/// A directory of log.dirs that fails takes its partitions with it, and nothing else.
@Suite struct DirectoryFailureTests {
    private let root = TestBroker.newDirectory()
    private var first: String { root + "/first" }
    private var second: String { root + "/second" }

    private func start() async throws -> TestBroker {
        try await TestBroker.start(
            in: root, ["log.dirs=\(first),\(second)", "log.segment.bytes=300", "log.retention.ms=-1"])
    }

    private func partitions(in directory: String) -> Set<Int32> {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
        return Set(names.filter { $0.hasPrefix("t-") }.compactMap { Int32($0.dropFirst(2)) })
    }

    /// What happens to a disk that is gone: its path leads to something that holds no files.
    private func breakDirectory(_ path: String) throws {
        try FileManager.default.moveItem(atPath: path, toPath: path + "-gone")
        try Data().write(to: URL(fileURLWithPath: path))
    }

    /// Produces until the partition is offline, for ten seconds at most.
    private func produceUntilOffline(_ client: WireClient, _ index: Int32) async throws -> Bool {
        for round in 0..<100 {
            _ = try await client.produce(try batch(["more \(round)"]), to: "t", index)
            let fetched = try await client.fetch("t", index, at: 0)
            if fetched.errorCode == ErrorCode.kafkaStorageError.rawValue { return true }
            try await Task.sleep(for: .milliseconds(100))
        }
        return false
    }

    @Test func `partitions of a failed directory are offline, the others go on`() async throws {
        defer { try? FileManager.default.removeItem(atPath: root) }
        var broker = try await start()
        var client = try await broker.client()
        try await client.createTopic("t", partitions: 4)
        for index in 0..<4 as Range<Int32> { try await client.append(["one"], to: "t", index) }
        let lost = partitions(in: second)
        #expect(lost.count == 2)
        #expect(partitions(in: first).count == 2)
        try breakDirectory(second)
        #expect(try await produceUntilOffline(client, try #require(lost.first)))
        func check() async throws {
            for index in 0..<4 as Range<Int32> {
                let code = lost.contains(index) ? ErrorCode.kafkaStorageError.rawValue : 0
                #expect(try await client.produce(try batch(["two"]), to: "t", index).errorCode == code)
                #expect(try await client.fetch("t", index, at: 0).errorCode == code)
                #expect(try await client.offset(of: "t", index, at: -1).errorCode == code)
            }
        }
        try await check()
        // What is new goes where there is still a disk.
        try await client.createTopic("u", partitions: 2)
        try await client.append(["one"], to: "u", 1)
        await client.close()
        await broker.stop()

        // The same after a start: nothing is made anew in the place of what cannot be seen.
        broker = try await start()
        client = try await broker.client()
        try await check()
        try await client.append(["two"], to: "u", 0)
        await client.close()
        await broker.stop()

        // The disk is back, and all that was on it.
        try FileManager.default.removeItem(atPath: second)
        try FileManager.default.moveItem(atPath: second + "-gone", toPath: second)
        broker = try await start()
        client = try await broker.client()
        for index in lost {
            #expect(try values(of: try await client.fetch("t", index, at: 0).records).first == "one")
        }
        await client.close()
        await broker.stop()
    }

    @Test func `without its metadata the broker cannot go on`() async throws {
        defer { try? FileManager.default.removeItem(atPath: root) }
        let broker = try await start()
        let client = try await broker.client()
        try await client.createTopic("t", partitions: 2)
        let lost = try #require(partitions(in: first).first)
        try breakDirectory(first)
        async let reason = broker.failure()
        for round in 0..<10 { _ = try? await client.produce(try batch(["more \(round)"]), to: "t", lost) }
        #expect(await reason?.contains("metadata") == true)
        await client.close()
        await broker.stop()
    }
}

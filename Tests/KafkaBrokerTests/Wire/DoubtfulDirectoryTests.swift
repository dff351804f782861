import Foundation
import KafkaProtocol
import KafkaWire
import Testing

@testable import KafkaBroker

/// Partitions that cannot be loaded, or that several directories have: nothing is made anew in their place.
@Suite struct DoubtfulDirectoryTests {
    private let root = TestBroker.newDirectory()
    private let files = FileManager.default
    private let storageError = ErrorCode.kafkaStorageError.rawValue

    private func start() async throws -> TestBroker {
        try await TestBroker.start(in: root, ["log.dirs=\(root)/a,\(root)/b", "log.retention.ms=-1"])
    }

    /// The directory of a partition, in whichever log directory it is.
    private func place(_ name: String) throws -> String {
        try #require(["a", "b"].map { "\(root)/\($0)/\(name)" }.first { files.fileExists(atPath: $0) })
    }

    /// Leaves `t` with one record and `u` with three, in two directories, to a stopped broker.
    private func fill() async throws {
        let broker = try await start()
        let client = try await broker.client()
        try await client.createTopic("t")
        try await client.createTopic("u")
        try await client.append(["one"], to: "t")
        for value in ["x", "y", "z"] { try await client.append([value], to: "u") }
        await client.close()
        await broker.stop()
    }

    /// Moves the directory of `u` beside that of `t`, under its name.
    private func putBesides(identified: Bool) throws {
        let (mine, other) = (try place("t-0"), try place("u-0"))
        let target = ((other as NSString).deletingLastPathComponent as NSString).appendingPathComponent("t-0")
        try files.moveItem(atPath: other, toPath: target)
        guard identified else { return }
        try files.removeItem(atPath: target + "/partition.metadata")
        try files.copyItem(atPath: mine + "/partition.metadata", toPath: target + "/partition.metadata")
    }

    private func withBroker(_ body: (WireClient) async throws -> Void) async throws {
        let broker = try await start()
        try await broker.serve(body)
    }

    @Test func `a longer log of another topic does not take a partition's place`() async throws {
        defer { try? files.removeItem(atPath: root) }
        try await fill()
        try putBesides(identified: false)
        try await withBroker { client in
            let records = try await client.fetch("t", at: 0).records
            #expect(try values(of: records) == ["one"])
        }
    }

    @Test func `two logs of one topic that differ are for the operator to choose from`() async throws {
        defer { try? files.removeItem(atPath: root) }
        try await fill()
        try putBesides(identified: true)
        try await withBroker { client in
            let code = try await client.fetch("t", at: 0).errorCode
            #expect(code == storageError)
        }
        #expect(files.fileExists(atPath: "\(root)/a/t-0") && files.fileExists(atPath: "\(root)/b/t-0"))
    }

    @Test func `a partition that cannot be loaded is offline, and its topic's successor is not`() async throws {
        defer { try? files.removeItem(atPath: root) }
        try await fill()
        let log = try place("t-0") + "/00000000000000000000.log"
        try files.moveItem(atPath: log, toPath: log + ".away")
        try files.createDirectory(atPath: log, withIntermediateDirectories: false)
        try await withBroker { client in
            #expect(try await client.fetch("t", at: 0).errorCode == storageError)
            #expect(try await client.produce(try batch(["two"]), to: "t").errorCode == storageError)
            _ = try await client.call(DeleteTopicsRequest(topicNames: ["t"]), version: 5)
            #expect(!["a", "b"].contains { files.fileExists(atPath: "\(root)/\($0)/t-0") })
            try await client.createTopic("t")
            #expect(try await client.append(["new"], to: "t") == 0)
        }
    }

    @Test func `a directory with a number at its end is no topic of so many partitions`() async throws {
        defer { try? files.removeItem(atPath: root) }
        try await fill()
        for directory in ["a", "b"] {
            for name in ["__cluster_metadata-0", "bootstrap.checkpoint"] {
                try? files.removeItem(atPath: "\(root)/\(directory)/\(name)")
            }
        }
        try files.copyItem(atPath: try place("u-0"), toPath: "\(root)/a/backup-20240101")
        try files.removeItem(atPath: "\(root)/a/backup-20240101/partition.metadata")
        try files.createDirectory(atPath: "\(root)/a/notes-20240101", withIntermediateDirectories: false)
        try await withBroker { client in
            let names = try await client.metadata(nil).topics.compactMap(\.name)
            #expect(names.contains("t") && !names.contains("backup") && !names.contains("notes"))
            #expect(try values(of: try await client.fetch("t", at: 0).records) == ["one"])
        }
        #expect(files.fileExists(atPath: "\(root)/a/notes-20240101"))
    }

    @Test func `a start that fails costs the next one no recovery`() async throws {
        defer { try? files.removeItem(atPath: root) }
        try await fill()
        func isClean() -> Bool {
            ["a", "b"].allSatisfy { files.fileExists(atPath: "\(root)/\($0)/.kafka_cleanshutdown") }
        }
        #expect(isClean())
        await #expect(throws: BrokerStartError.self) {
            try await TestBroker.start(in: root, ["log.dirs=\(root)/a,\(root)/b", "node.id=7"])
        }
        #expect(isClean())
        let other = TestBroker.newDirectory()
        defer { try? files.removeItem(atPath: other) }
        let holder = try await TestBroker.start(in: other, [])
        await #expect(throws: (any Error).self) {
            try await TestBroker.start(
                in: root, ["log.dirs=\(root)/a,\(root)/b", "listeners=PLAINTEXT://127.0.0.1:\(holder.port)"])
        }
        #expect(isClean())
        await holder.stop()
    }
}

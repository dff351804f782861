import Foundation
import KafkaLog
import KafkaProtocol
import KafkaWire
import NIOCore
import Testing

@testable import KafkaBroker

/// What becomes of groups whose log is not as it should be.
@Suite struct GroupLogTests {
    private func commit(_ client: WireClient, _ partitions: Range<Int32>, group: String = "g") async throws {
        let request = OffsetCommitRequest(
            groupId: group,
            topics: [
                .init(name: "t", partitions: partitions.map { .init(partitionIndex: $0, committedOffset: 3) })
            ])
        let answer = try await client.call(request, version: 8)
        #expect(answer.topics.first?.partitions.allSatisfy { $0.errorCode == 0 } == true)
    }

    private func committed(_ client: WireClient, _ partitions: Range<Int32>) async throws -> [Int64] {
        let fetch = OffsetFetchRequest(
            groupId: "g", topics: [.init(name: "t", partitionIndexes: Array(partitions))])
        var answer = try await client.call(fetch, version: 5)
        for _ in 0..<100 where answer.errorCode == ErrorCode.coordinatorLoadInProgress.rawValue {
            try await Task.sleep(for: .milliseconds(50))
            answer = try await client.call(fetch, version: 5)
        }
        return answer.topics.first?.partitions.map(\.committedOffset) ?? []
    }

    enum Deletion: CaseIterable, Sendable { case topic, group, offsets }

    @Test(arguments: Deletion.allCases) func `more tombstones than a batch takes are written`(
        _ deletion: Deletion
    ) async throws {
        try await withBroker { _, client in
            try await client.createTopic("t", partitions: 60)
            _ = try await client.call(FindCoordinatorRequest(coordinatorKeys: ["g"]), version: 6)
            for start in stride(from: 0, to: 60, by: 10) as StrideTo<Int32> {
                try await commit(client, start..<start + 10)
            }
            #expect(try await client.setConfig("__consumer_offsets", "max.message.bytes", "1000") == 0)
            switch deletion {
            case .topic:
                _ = try await client.call(DeleteTopicsRequest(topicNames: ["t"]), version: 5)
                try await client.createTopic("t", partitions: 60)
            case .group:
                let answer = try await client.call(DeleteGroupsRequest(groupsNames: ["g"]), version: 2)
                #expect(answer.results.map(\.errorCode) == [0])
            case .offsets:
                let partitions = (0..<60).map {
                    OffsetDeleteRequest.OffsetDeleteRequestPartition(partitionIndex: $0)
                }
                let answer = try await client.call(
                    OffsetDeleteRequest(groupId: "g", topics: [.init(name: "t", partitions: partitions)]), version: 0)
                #expect(answer.errorCode == 0)
                #expect(answer.topics.flatMap(\.partitions).allSatisfy { $0.errorCode == 0 })
            }
            #expect(try await committed(client, 0..<60) == [Int64](repeating: -1, count: 60))
        }
    }

    /// The log's files, the last of which holds what the tests wrote.
    private func logFile(_ directory: String, of group: String) throws -> String {
        let index = GroupPartitioner.partition(for: group, count: 3)
        return "\(directory)/__consumer_offsets-\(index)/00000000000000000000.log"
    }

    /// The batch's length, the number of its format, checksum, attributes, offset delta, and the length of the record.
    @Test(arguments: [8, 11, 16, 17, 21, 24, 61]) func `a damaged batch takes no others with it`(
        _ place: Int
    ) async throws {
        let directory = TestBroker.newDirectory()
        defer { removeDirectories([directory]) }
        var broker = try await TestBroker.start(in: directory, [])
        var client = try await broker.client()
        try await client.createTopic("t", partitions: 3)
        _ = try await client.call(FindCoordinatorRequest(coordinatorKeys: ["g"]), version: 6)
        for index in 0..<3 as Range<Int32> { try await commit(client, index..<index + 1) }
        await client.close()
        await broker.stop()
        let path = try logFile(directory, of: "g")
        var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        #expect(bytes.count % 3 == 0)
        bytes[bytes.count / 3 + place] ^= 0x40
        try bytes.write(to: URL(fileURLWithPath: path))
        broker = try await TestBroker.start(in: directory, [])
        client = try await broker.client()
        _ = try await client.call(FindCoordinatorRequest(coordinatorKeys: ["g"]), version: 6)
        // A wrong number of the format is put right.
        #expect(try await committed(client, 0..<3) == [3, place == 16 ? 3 : -1, 3])
        await client.close()
        await broker.stop()
    }

    @Test func `groups whose log is offline have no coordinator`() async throws {
        let root = TestBroker.newDirectory()
        defer { removeDirectories([root]) }
        let directories = ["\(root)/first", "\(root)/second"]
        let settings = ["log.dirs=\(directories.joined(separator: ","))"]
        var broker = try await TestBroker.start(in: root, settings)
        var client = try await broker.client()
        try await client.createTopic("t", partitions: 1)
        _ = try await client.call(FindCoordinatorRequest(coordinatorKeys: ["g"]), version: 6)
        await client.close()
        await broker.stop()
        let lost = try FileManager.default.contentsOfDirectory(atPath: directories[1]).compactMap { name in
            name.hasPrefix("__consumer_offsets-") ? name.split(separator: "-").last.flatMap { Int32($0) } : nil
        }
        let group = try #require(
            (0..<100).map { "g\($0)" }.first { lost.contains(GroupPartitioner.partition(for: $0, count: 3)) })
        try FileManager.default.moveItem(atPath: directories[1], toPath: root + "/gone")
        try Data().write(to: URL(fileURLWithPath: directories[1]))
        broker = try await TestBroker.start(in: root, settings)
        client = try await broker.client()
        let found = try await client.call(FindCoordinatorRequest(coordinatorKeys: [group]), version: 6)
        #expect(found.coordinators.map(\.errorCode) == [ErrorCode.coordinatorNotAvailable.rawValue])
        let fetch = OffsetFetchRequest(groupId: group, topics: [.init(name: "t", partitionIndexes: [0])])
        #expect(try await client.call(fetch, version: 5).errorCode == ErrorCode.notCoordinator.rawValue)
        // The groups of the others are listed.
        let other = try #require(
            (0..<100).map { "g\($0)" }.first { !lost.contains(GroupPartitioner.partition(for: $0, count: 3)) })
        let commit = OffsetCommitRequest(
            groupId: other,
            topics: [.init(name: "t", partitions: [.init(partitionIndex: 0, committedOffset: 3)])])
        for _ in 0..<100 where try await client.call(commit, version: 8).topics.first?.partitions.first?.errorCode != 0
        {
            try await Task.sleep(for: .milliseconds(50))
        }
        let listed = try await client.call(ListGroupsRequest(), version: 4)
        #expect(listed.errorCode == 0)
        #expect(listed.groups.map(\.groupId) == [other])
        await client.close()
        await broker.stop()
    }

    @Test func `commits are synced where flush.messages asks for it`() async throws {
        try await withBroker { broker, client in
            try await client.createTopic("t", partitions: 1)
            _ = try await client.call(FindCoordinatorRequest(coordinatorKeys: ["g"]), version: 6)
            #expect(try await client.setConfig("__consumer_offsets", "flush.messages", "1") == 0)
            try await commit(client, 0..<1)
            let index = GroupPartitioner.partition(for: "g", count: 3)
            let log = try #require(broker.partition("__consumer_offsets", index)?.log)
            #expect(log.recoveryPoint == log.logEndOffset)
            #expect(log.logEndOffset == 1)
        }
    }
}

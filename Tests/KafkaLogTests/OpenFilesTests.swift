import Glibc
import NIOCore
import Synchronization
import Testing

@testable import KafkaLog

@Suite("The bound of open files")
struct OpenFilesTests {
    final class Holder: FileHolder {
        private let state = Mutex((isOpen: true, isUsed: false, isBusy: false))

        var isOpen: Bool { state.withLock { $0.isOpen } }
        func use(busy: Bool = false) { state.withLock { $0 = (true, true, busy) } }

        func letGo() -> Bool {
            state.withLock { state in
                guard !state.isBusy else { return false }
                if state.isUsed {
                    state.isUsed = false
                    return false
                }
                state.isOpen = false
                return true
            }
        }
    }

    @Test func whatWasNotUsedLatelyGoesFirst() {
        let files = OpenFiles(limit: 3)
        let holders = (0..<4).map { _ in Holder() }
        for holder in holders.prefix(3) { files.add(holder) }
        #expect(holders.map(\.isOpen) == [true, true, true, true])
        holders[1].use()
        files.add(holders[3])
        #expect(holders[1].isOpen)
        #expect(holders.filter(\.isOpen).count == 3)
        for _ in 0..<20 { files.add(Holder()) }
        #expect(holders.allSatisfy { !$0.isOpen })
    }

    @Test func whenAllAreInUseOneMoreIsOpen() {
        let files = OpenFiles(limit: 2)
        let holders = (0..<3).map { _ in Holder() }
        for holder in holders {
            holder.use(busy: true)
            files.add(holder)
        }
        #expect(holders.allSatisfy { $0.isOpen })
    }

    /// Many partitions on few descriptors: everything stays as it was written.
    @Test func logsGoOnWhenTheirFilesAreClosedBehindThem() throws {
        let path = "/tmp/martlet-open-files-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
        let disk = PosixDisk(openFiles: OpenFiles(limit: 5))
        let directory = try LogDirectory(disk: disk, path: path)
        defer { Self.remove(path) }
        var configuration = LogConfiguration()
        configuration.segmentBytes = 600
        configuration.indexIntervalBytes = 50
        let logs = try (0..<12).map {
            try directory.createPartition(
                topic: "t", partition: $0, topicId: nil, configuration: configuration, now: 0)
        }
        for round in 0..<40 {
            for log in logs {
                _ = try log.append(TestBatch(timestamps: [Int64(round)]).buffer, leaderEpoch: 0, now: 0)
            }
        }
        for log in logs {
            #expect(log.segmentCount > 2)
            #expect(try log.readAll(maxBytes: 100).map(\.head.baseOffset) == Array(0..<40))
            #expect(try log.offset(for: .at(30))?.offset == 30)
        }
        #expect(try directory.close(brokerEpoch: 1).isEmpty)
        var problems = 0
        try LogInspector(disk: disk).check(path) { report in
            problems += report.findings.filter { $0.severity == .problem }.count
        }
        #expect(problems == 0)
    }

    private static func remove(_ path: String) {
        let disk = PosixDisk()
        for entry in (try? disk.list(path)) ?? [] {
            if entry.isDirectory { remove(path + "/" + entry.name) } else { try? disk.remove(path + "/" + entry.name) }
        }
        try? disk.removeDirectory(path)
    }
}

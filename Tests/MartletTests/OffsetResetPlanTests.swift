import KafkaClient
import Testing

@testable import martlet

@Suite struct OffsetResetPlanTests {
    private let partition = TopicPartition(topic: "t", partition: 0)

    private func offset(_ strategy: ResetStrategy, committed: Int64? = 50, byTime: Int64 = -1) throws -> Int64 {
        let plan = OffsetResetPlan(
            strategy: strategy, earliest: [partition: 10], latest: [partition: 100],
            committed: committed.map { [partition: $0] } ?? [:], byTime: [partition: byTime])
        return try plan.offset(of: partition)
    }

    @Test func everyStrategy() throws {
        #expect(try offset(.earliest) == 10)
        #expect(try offset(.latest) == 100)
        #expect(try offset(.current) == 50)
        #expect(try offset(.current, committed: nil) == 100)
        #expect(try offset(.offset(42)) == 42)
        #expect(try offset(.shift(-5)) == 45)
        #expect(try offset(.timestamp(0), byTime: 33) == 33)
        #expect(try offset(.timestamp(0)) == 100)
    }

    @Test func neverOutsideOfTheLog() throws {
        #expect(try offset(.offset(0)) == 10)
        #expect(try offset(.offset(.max)) == 100)
        #expect(try offset(.shift(.max)) == 100)
        #expect(try offset(.shift(.min)) == 10)
    }

    @Test func nothingToShiftIsAnError() {
        #expect(throws: CommandFailure.self) { try offset(.shift(1), committed: nil) }
    }

    @Test func theExportedFileIsReadBack() throws {
        let resets = [(group: "g", partition: partition, offset: Int64(7))]
        let lines = ResetFile.lines(resets)
        #expect(lines == [#""t",0,7"#])
        #expect(
            try ResetFile.parse(lines.joined(separator: "\n") + "\n", path: "f") == [
                .init(group: nil, partition: partition, offset: 7)
            ])
        let two = ResetFile.lines(resets + [(group: "h", partition: partition, offset: 8)])
        #expect(two == [#""g","t",0,7"#, #""h","t",0,8"#])
        #expect(try ResetFile.parse(two.joined(separator: "\r\n"), path: "f").map(\.group) == ["g", "h"])
        #expect(throws: CommandFailure.self) { try ResetFile.parse("t,0,-1", path: "f") }
        #expect(throws: CommandFailure.self) { try ResetFile.parse("t,0", path: "f") }
    }
}

import KafkaClient
import Testing

@testable import martlet

/// Against what kafka-consumer-groups.sh of 3.9 printed.
@Suite struct GroupReportTests {
    private func trimmed(_ lines: [String]) -> [String] {
        lines.map { line in
            var line = line[...]
            while line.last == " " { line = line.dropLast() }
            return String(line)
        }
    }

    @Test func offsetsAreKafkas() {
        let rows = [
            GroupOffsetRow(
                group: "cg-one", partition: TopicPartition(topic: "s-g", partition: 1), committed: 15, end: 15),
            GroupOffsetRow(
                group: "cg-one", partition: TopicPartition(topic: "s-g", partition: 0), committed: 12, end: 20),
        ]
        #expect(
            GroupReport.offsets(rows) == [
                "",
                "GROUP           TOPIC           PARTITION  CURRENT-OFFSET  LOG-END-OFFSET  LAG             "
                    + "CONSUMER-ID     HOST            CLIENT-ID",
                "cg-one          s-g             1          15              15              0               "
                    + "-               -               -",
                "cg-one          s-g             0          12              20              8               "
                    + "-               -               -",
            ])
    }

    @Test func longNamesWidenTheirColumn() {
        let member = GroupDescription.Member(
            memberId: "client-1-0123456789abcdef", clientId: "client-1", host: "/127.0.0.1", assignment: [])
        let rows = [
            GroupOffsetRow(
                group: "g", partition: TopicPartition(topic: "t", partition: 0), committed: nil, end: 7,
                member: member)
        ]
        #expect(
            GroupReport.offsets(rows).last
                == "g               t               0          -               7               -               "
                + "client-1-0123456789abcdef /127.0.0.1      client-1")
    }

    @Test func statesAreKafkas() {
        let group = GroupDescription(
            id: "cg-one", state: "Empty", assignor: "", coordinatorId: 1,
            coordinator: BrokerAddress(host: "127.0.0.1", port: 45209), members: [])
        #expect(
            trimmed(GroupReport.states([group])) == [
                "",
                "GROUP                     COORDINATOR (ID)          ASSIGNMENT-STRATEGY  STATE           #MEMBERS",
                "cg-one                    127.0.0.1:45209  (1)                           Empty           0",
            ])
    }

    @Test func membersAreKafkas() {
        let group = GroupDescription(
            id: "g", state: "Stable", assignor: "range", coordinatorId: 1,
            coordinator: BrokerAddress(host: "h", port: 1),
            members: [
                .init(
                    memberId: "m1", clientId: "c", host: "/10.0.0.1",
                    assignment: [
                        TopicPartition(topic: "t", partition: 0), TopicPartition(topic: "t", partition: 1),
                        TopicPartition(topic: "u", partition: 4),
                    ]),
                .init(memberId: "m2", clientId: "c", host: "/10.0.0.1", assignment: []),
            ])
        #expect(
            trimmed(GroupReport.members([group], verbose: true)) == [
                "",
                "GROUP           CONSUMER-ID     HOST            CLIENT-ID       #PARTITIONS     ASSIGNMENT",
                "g               m1              /10.0.0.1       c               3               t(0,1), u(4)",
                "g               m2              /10.0.0.1       c               0               -",
            ])
        #expect(
            trimmed(GroupReport.members([group], verbose: false))[1]
                == "GROUP           CONSUMER-ID     HOST            CLIENT-ID       #PARTITIONS")
    }

    @Test func listingIsNamesOrATable() {
        let groups = [GroupListing(id: "cg-one", protocolType: "consumer", state: "Empty", type: "classic")]
        #expect(GroupReport.listing(groups, withStates: false, withTypes: false) == ["cg-one"])
        #expect(
            trimmed(GroupReport.listing(groups, withStates: true, withTypes: false)) == [
                "GROUP                     STATE", "cg-one                    Empty",
            ])
        #expect(
            trimmed(GroupReport.listing(groups, withStates: false, withTypes: true)).last
                == "cg-one                    Classic")
    }

    @Test func resetsAreOneLineEach() {
        let resets = [(group: "cg-one", partition: TopicPartition(topic: "s-g", partition: 1), offset: Int64(3))]
        #expect(
            trimmed(GroupReport.resets(resets)) == [
                "", "GROUP                          TOPIC                          PARTITION  NEW-OFFSET",
                "cg-one                         s-g                            1          3",
            ])
    }
}

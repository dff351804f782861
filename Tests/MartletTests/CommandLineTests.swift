import ArgumentParser
import KafkaClient
import KafkaRecords
import KafkaSecurity
import Testing

@testable import martlet

/// Command lines as people have them in scripts for Kafka's own tools.
@Suite struct CommandLineTests {
    private func parse<Command: ParsableCommand>(_ line: String, as type: Command.Type) throws -> Command {
        try #require(try Martlet.parseAsRoot(line.split(separator: " ").map(String.init)) as? Command)
    }

    @Test func topicsTakeKafkasFlags() throws {
        let create = try parse(
            "topics create --bootstrap-server a:1,b:2 --topic t --partitions 3 --replication-factor 1 "
                + "--config retention.ms=1 --config cleanup.policy=compact --if-not-exists",
            as: TopicsCreateCommand.self)
        #expect(create.client.bootstrapServer == "a:1,b:2")
        #expect(create.partitions == 3)
        #expect(create.config == ["retention.ms=1", "cleanup.policy=compact"])
        let alter = try parse("topics alter --topic t --delete-config x", as: TopicsAlterCommand.self)
        #expect(alter.deleteConfig == ["x"])
        #expect(alter.client.bootstrapServer == nil)
    }

    /// The files that `tls dev-certs` writes name brokers; who names others means those.
    @Test func theCommandLinesBrokersGoBeforeThoseOfAFile() throws {
        var file = ClientSettings(clientId: "test")
        #expect(try file.apply("bootstrap.servers", "file:1"))
        let named = try parse("topics list --bootstrap-server line:1", as: TopicsListCommand.self)
        #expect(named.client.bootstrap(file) == "line:1")
        let unnamed = try parse("topics list", as: TopicsListCommand.self)
        #expect(unnamed.client.bootstrap(file) == "file:1")
        #expect(unnamed.client.bootstrap(ClientSettings(clientId: "test")) == "localhost:9092")
    }

    @Test(arguments: ["proxy --upstream a:1", "proxy check --upstream a:1"])
    func theProxyAndItsCheckTakeTheUpstream(line: String) throws {
        let command = try Martlet.parseAsRoot(line.split(separator: " ").map(String.init))
        let upstream = (command as? ProxyCommand)?.upstream ?? (command as? ProxyCheckCommand)?.upstream
        #expect(upstream?.servers == "a:1")
    }

    @Test func produceMapsFlagsAndProperties() throws {
        let command = try parse(
            "produce --topic t --compression-codec zstd --request-required-acks 1 --producer-property linger.ms=7 "
                + "--property parse.key=true --property key.separator=: --timeout 9", as: ProduceCommand.self)
        let settings = try command.settings()
        #expect(settings.producer.compression == .zstd)
        #expect(settings.producer.acks == .leader)
        #expect(settings.producer.linger == 9)
        let parser = try command.parser()
        #expect(parser.parsesKey)
        #expect(parser.keySeparator == ":")
        let wrong = try parse("produce --topic t --producer-property colour=red", as: ProduceCommand.self)
        #expect(throws: CommandFailure.self) { try wrong.settings() }
        let secure = try parse("produce --topic t --producer-property security.protocol=SASL", as: ProduceCommand.self)
        #expect(throws: ClientSecurityError.self) { try secure.settings().client.configuration() }
    }

    @Test func consumeChoosesItsMode() throws {
        func mode(_ line: String) throws -> ConsumerMode {
            let command = try parse("consume --topic t " + line, as: ConsumeCommand.self)
            return try command.mode(group: try command.settings().group)
        }
        guard case .standalone(["t"]) = try mode("--from-beginning") else {
            Issue.record("no standalone consumer")
            return
        }
        guard case .group("g", ["t"]) = try mode("--consumer-property group.id=g") else {
            Issue.record("no group consumer")
            return
        }
        guard case .assigned(let starts) = try mode("--partition 2 --offset 42") else {
            Issue.record("no assigned consumer")
            return
        }
        #expect(starts == [TopicPartition(topic: "t", partition: 2): .offset(42)])
        for line in ["--offset 1", "--partition 1 --offset x", "--partition 1 --group g", "--partition 1 --offset -1"] {
            #expect(throws: (any Error).self) { try mode(line) }
        }
    }

    @Test func consumeFormatsByFlagsAndProperties() throws {
        let command = try parse(
            "consume --topic t --property print.key=true --print-offset --key-separator \\t --from-beginning",
            as: ConsumeCommand.self)
        let format = try command.textFormat()
        #expect(format.printsKey && format.printsOffset && format.printsValue && !format.printsHeaders)
        #expect(format.keySeparator == "\t")
        #expect(try command.settings().consumer.offsetReset == .earliest)
    }

    @Test func resetOffsetsTakesExactlyOneStrategy() throws {
        func strategy(_ line: String) throws -> ResetStrategy? {
            try parse("groups reset-offsets --group g --topic t " + line, as: GroupsResetOffsetsCommand.self).strategy()
        }
        #expect(try strategy("--to-earliest") == .earliest)
        #expect(try strategy("--shift-by -5 --execute") == .shift(-5))
        #expect(try strategy("--to-datetime 2023-11-14T22:13:21.000") == .timestamp(1_700_000_001_000))
        #expect(try strategy("--from-file f") == nil)
        #expect(throws: CommandFailure.self) { try strategy("--execute") }
        #expect(throws: CommandFailure.self) { try strategy("--to-earliest --to-latest") }
        #expect(throws: CommandFailure.self) { try strategy("--to-earliest --from-file f") }
    }

    @Test func topicScopesNameTopicsAndPartitions() throws {
        #expect(try TopicScope("t").partitions == nil)
        #expect(try TopicScope("t:0,2").partitions == [0, 2])
        for text in ["t:", "t:x", "t:-1", ":1"] {
            #expect(throws: CommandFailure.self) { try TopicScope(text) }
        }
    }

    @Test func topicFiltersAreNamesOrPatterns() throws {
        #expect(try TopicFilter("a.b").matches("a.b"))
        #expect(try !TopicFilter("a.b").matches("axb"))
        #expect(try TopicFilter("a,b").matches("b"))
        let pattern = try TopicFilter("orders.*")
        #expect(!pattern.isExact && pattern.matches("orders-1") && !pattern.matches("my-orders-1"))
        #expect(throws: CommandFailure.self) { try TopicFilter("(") }
    }

    @Test func replicaAssignments() throws {
        #expect(try ReplicaAssignment.parse("1:2,2:3") == [[1, 2], [2, 3]])
        #expect(try ReplicaAssignment.parse(nil) == [])
        for text in ["", "1:1", "1:2,3", "x"] {
            #expect(throws: CommandFailure.self) { try ReplicaAssignment.parse(text) }
        }
    }

    @Test(arguments: [
        "topics", "topics create", "produce", "consume", "groups", "groups reset-offsets", "wire",
        "wire decode", "wire verify",
    ])
    func everyHelpHasExamples(path: String) throws {
        let help = "help " + path
        do {
            var command = try Martlet.parseAsRoot(help.split(separator: " ").map(String.init))
            try command.run()
            Issue.record("help did not end the program")
        } catch {
            #expect(Martlet.fullMessage(for: error).contains("Examples:"))
        }
    }
}

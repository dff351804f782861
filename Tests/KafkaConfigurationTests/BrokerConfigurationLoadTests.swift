import Testing

@testable import KafkaConfiguration

@Suite struct BrokerConfigurationLoadTests {
    private func problems(_ text: String, overrides: [String] = []) -> [String] {
        do throws(ConfigurationError) {
            _ = try BrokerConfiguration.load(properties: text, overrides: overrides)
            return []
        } catch {
            return error.problems.map(\.description)
        }
    }

    @Test func nothingSet() throws {
        let configuration = try BrokerConfiguration.load(properties: "")
        #expect(configuration.nodeId == 1)
        #expect(!configuration.isNodeIdSet)
        #expect(configuration.log.logDirs == ["/tmp/kafka-logs"])
        #expect(configuration.listeners.listeners == [ListenerEndpoint(name: "PLAINTEXT", host: "", port: 9092)])
        #expect(configuration.network.socketRequestMaxBytes == 104_857_600)
        #expect(configuration.network.martletFrameTimeoutMs == 30_000)
        #expect(configuration.groups.offsetsTopicNumPartitions == 50)
        #expect(configuration.topicDefaults.retentionMs == 604_800_000)
        #expect(configuration.warnings.isEmpty)
    }

    @Test func tutorialOfKafka24() throws {
        let configuration = try BrokerConfiguration.load(
            properties: """
                # The id of the broker. This must be set to a unique integer for each broker.
                broker.id=0
                listeners=PLAINTEXT://localhost:9092
                log.dir=/tmp/kafka-data
                log.retention.hours=24
                num.partitions=3
                default.replication.factor=1
                min.insync.replicas=1
                delete.topic.enable=true
                zookeeper.connect=localhost:2181
                """)
        #expect(configuration.nodeId == 0)
        #expect(configuration.log.logDirs == ["/tmp/kafka-data"])
        #expect(configuration.numPartitions == 3)
        #expect(configuration.topicDefaults.retentionMs == 86_400_000)
        #expect(
            configuration.warnings.map(\.description) == [
                "server.properties line 10: zookeeper.connect: this is a single broker that does not use ZooKeeper; "
                    + "a cluster is reached through the proxy"
            ])
    }

    @Test func combinedNodeOfKafka4() throws {
        let configuration = try BrokerConfiguration.load(
            properties: """
                process.roles=broker,controller
                node.id=1
                controller.quorum.bootstrap.servers=localhost:9093
                listeners=PLAINTEXT://:9092,CONTROLLER://:9093
                inter.broker.listener.name=PLAINTEXT
                advertised.listeners=PLAINTEXT://localhost:9092,CONTROLLER://localhost:9093
                controller.listener.names=CONTROLLER
                listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT,SSL:SSL,SASL_SSL:SASL_SSL
                num.network.threads=3
                num.io.threads=8
                socket.request.max.bytes=104857600
                log.dirs=/tmp/kraft-combined-logs
                offsets.topic.replication.factor=1
                transaction.state.log.min.isr=1
                """)
        #expect(configuration.listeners.listeners == [ListenerEndpoint(name: "PLAINTEXT", host: "", port: 9092)])
        #expect(
            configuration.listeners.advertisedListeners
                == [ListenerEndpoint(name: "PLAINTEXT", host: "localhost", port: 9092)])
        #expect(configuration.listeners.controllerListeners.map(\.description) == ["CONTROLLER://:9093"])
        #expect(configuration.warnings.map(\.key) == ["listeners", "num.io.threads"])
    }

    @Test func everyMistakeIsNamedWithItsLine() {
        let found = problems(
            """
            num.partition=3
            num.partitions=zero
            log.retention.ms=0

            compression.type=brotli
            retention.ms=5
            """, overrides: ["log.dirs", "segment.byts=1"])
        #expect(
            found == [
                "server.properties line 1: unknown key num.partition; did you mean num.partitions? "
                    + "(allowed: Kafka's broker configs, and martlet. keys)",
                "server.properties line 2: Invalid value zero for configuration num.partitions: "
                    + "Not a number of type INT (allowed: at least 1)",
                "server.properties line 5: Invalid value brotli for configuration compression.type: String must be "
                    + "one of: uncompressed, zstd, lz4, snappy, gzip, producer "
                    + "(allowed: one of uncompressed, zstd, lz4, snappy, gzip, producer)",
                "server.properties line 6: unknown key retention.ms; did you mean log.retention.ms? "
                    + "(allowed: Kafka's broker configs, and martlet. keys)",
                "--override log.dirs: must be key=value",
                "--override: unknown key segment.byts (allowed: Kafka's broker configs, and martlet. keys)",
            ])
    }

    @Test func syntaxErrorNamesTheFile() throws {
        #expect(throws: ConfigurationError.self) {
            try BrokerConfiguration.load(properties: "a=\\u00", file: "conf/my.properties")
        }
        #expect(problems("a=\\u00").first?.hasPrefix("server.properties line 1: ") ?? false)
    }

    @Test func overridesGoBeforeTheFile() throws {
        let configuration = try BrokerConfiguration.load(
            properties: "num.partitions=3\nnum.partitions=4", overrides: ["num.partitions=5", "num.partitions=6"])
        #expect(configuration.numPartitions == 6)
        #expect(configuration.origin(of: "num.partitions") == .override)
        #expect(
            configuration.warnings.map(\.description)
                == [
                    "server.properties line 2: num.partitions: was set before (server.properties line 1); this value counts"
                ])
    }

    @Test func unitsGoBeforeEachOther() throws {
        let text =
            "log.retention.hours=1\nlog.retention.minutes=2\nlog.roll.hours=3\nlog.roll.ms=4\nlog.roll.jitter.hours=1"
        let defaults = try BrokerConfiguration.load(properties: text).topicDefaults
        #expect(defaults.retentionMs == 120_000)
        #expect(defaults.segmentMs == 4)
        #expect(defaults.segmentJitterMs == 3_600_000)
        let unlimited = try BrokerConfiguration.load(
            properties: "log.retention.hours=-1\nlog.flush.scheduler.interval.ms=7")
        #expect(unlimited.topicDefaults.retentionMs == -1)
        #expect(unlimited.topicDefaults.flushMs == 7)
    }

    @Test func nodeIdAndBrokerIdAgree() throws {
        #expect(try BrokerConfiguration.load(properties: "broker.id=7").nodeId == 7)
        #expect(try BrokerConfiguration.load(properties: "broker.id=-1").isNodeIdSet == false)
        #expect(try BrokerConfiguration.load(properties: "broker.id=2\nnode.id=2").nodeId == 2)
        #expect(
            problems("broker.id=1\nnode.id=2")
                == ["server.properties line 2: node.id: must have the same value as broker.id, which is 1"])
        #expect(problems("node.id=-4") == ["server.properties line 1: node.id: must be at least 0"])
    }

    @Test func replicasBeyondOneBrokerAreWarnedOf() throws {
        let configuration = try BrokerConfiguration.load(
            properties: "default.replication.factor=3\nmin.insync.replicas=2\noffsets.topic.replication.factor=3")
        #expect(configuration.defaultReplicationFactor == 3)
        #expect(configuration.topicDefaults.minInsyncReplicas == 2)
        #expect(
            configuration.warnings.map(\.key)
                == ["default.replication.factor", "min.insync.replicas", "offsets.topic.replication.factor"])
    }

    @Test func keysOfListenersAndPluginsAreAccepted() throws {
        let configuration = try BrokerConfiguration.load(
            properties: """
                listener.name.internal.ssl.keystore.location=/etc/keys
                listener.name.external.scram-sha-256.sasl.jaas.config=secret
                listener.name.external.max.connections=5
                rsm.config.bucket=b
                """)
        #expect(configuration.warnings.map(\.key) == ["rsm.config.bucket"])
        #expect(
            configuration.entries(names: ["listener.name.external.scram-sha-256.sasl.jaas.config"]).first?.value == nil)
        #expect(problems("listener.name.internal.no.such=1").count == 1)
    }

    @Test func crossChecks() {
        #expect(problems("log.dirs=,").first?.contains("at least one directory") ?? false)
        #expect(problems("log.roll.ms=0").first?.contains("log.roll.ms: must be at least 1") ?? false)
        #expect(problems("log.retention.minutes=0").first?.contains("log.retention.ms: must be -1") ?? false)
        #expect(problems("max.connections.per.ip.overrides=a:b").count == 1)
        #expect(problems("offsets.topic.compression.codec=9").count == 1)
    }

    @Test func perAddressBounds() throws {
        let text = "max.connections.per.ip.overrides=10.0.0.1:5, ::1:7,host:0"
        let bounds = try BrokerConfiguration.load(properties: text).network.maxConnectionsPerIpOverrides
        #expect(bounds == ["10.0.0.1": 5, "::1": 7, "host": 0])
    }

    @Test func dynamicValuesGoBeforeStaticOnes() throws {
        let start = try BrokerConfiguration.load(properties: "log.retention.ms=1000\nmax.connections=10")
        let changed = start.applying(
            dynamicBroker: ["log.retention.ms": "3000"],
            dynamicDefault: ["log.retention.ms": "2000", "max.connections": "20", "log.roll.ms": "never"])
        #expect(changed.topicDefaults.retentionMs == 3000)
        #expect(changed.network.maxConnections == 20)
        #expect(changed.warnings.map(\.key) == ["log.roll.ms"])
        #expect(changed.applying().topicDefaults.retentionMs == 1000)
    }
}

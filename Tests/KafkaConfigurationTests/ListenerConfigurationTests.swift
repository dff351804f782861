import Testing

@testable import KafkaConfiguration

@Suite struct ListenerConfigurationTests {
    private func settings(_ lines: String...) throws -> ListenerConfiguration {
        try BrokerConfiguration.load(properties: lines.joined(separator: "\n")).listeners
    }

    private func problem(_ lines: String...) -> String {
        do throws(ConfigurationError) {
            _ = try BrokerConfiguration.load(properties: lines.joined(separator: "\n"))
            return "accepted"
        } catch {
            return error.description
        }
    }

    @Test(arguments: [
        ("PLAINTEXT://localhost:9092", "PLAINTEXT://localhost:9092"), ("plaintext://:0", "PLAINTEXT://:0"),
        ("A-b_c.1://[::1]:65535", "A-B_C.1://[::1]:65535"), ("X://[fe80::1%eth0]:1", "X://[fe80::1%eth0]:1"),
    ]) func endpointsParse(_ text: String, _ shown: String) {
        #expect(ListenerEndpoint.parse(text)?.description == shown)
    }

    @Test(arguments: [
        "", "PLAINTEXT", "PLAINTEXT://localhost", "://h:1", "P://h:65536", "P://h:-1", "P://h:x", "P://::1:9092",
        "P://a b:1",
        "P://h/:1", "Ü://h:1",
    ]) func badEndpointsDoNot(_ text: String) {
        #expect(ListenerEndpoint.parse(text) == nil)
    }

    @Test func advertisedDefaultsToListeners() throws {
        let found = try settings("listeners=PLAINTEXT://127.0.0.1:0")
        #expect(found.advertisedListeners == found.listeners)
        #expect(found.interBrokerListenerName == "PLAINTEXT")
        #expect(try settings("listeners=PLAINTEXT://[::]:9092").advertisedListeners.first?.host == "")
    }

    @Test func severalNamedListeners() throws {
        let found = try settings(
            "listeners=internal://:9092,EXTERNAL://:9094",
            "listener.security.protocol.map=INTERNAL:plaintext,External:PLAINTEXT",
            "advertised.listeners=INTERNAL://kafka:9092,EXTERNAL://localhost:9094",
            "inter.broker.listener.name=INTERNAL")
        #expect(found.listeners.map(\.name) == ["INTERNAL", "EXTERNAL"])
        #expect(found.advertisedListeners.map(\.host) == ["kafka", "localhost"])
        #expect(found.interBrokerListenerName == "INTERNAL")
    }

    @Test func keysBeforeListeners() throws {
        let found = try settings("port=9999", "host.name=127.0.0.1", "advertised.host.name=kafka.example")
        #expect(found.listeners.map(\.description) == ["PLAINTEXT://127.0.0.1:9999"])
        #expect(found.advertisedListeners.map(\.description) == ["PLAINTEXT://kafka.example:9999"])
        #expect(try settings("port=1", "listeners=PLAINTEXT://h:2").listeners.map(\.port) == [2])
    }

    @Test func metaAddressIsNotAdvertised() {
        #expect(problem("listeners=PLAINTEXT://0.0.0.0:9092").contains("nonroutable meta-address 0.0.0.0"))
        #expect(problem("advertised.listeners=PLAINTEXT://0.0.0.0:9092").contains("nonroutable meta-address 0.0.0.0"))
        #expect(problem("listeners=PLAINTEXT://0.0.0.0:9092", "advertised.listeners=PLAINTEXT://h:9092") == "accepted")
    }

    @Test func everySecurityProtocolIsServed() throws {
        let protocols = "listener.security.protocol.map=A:SASL_PLAINTEXT,B:SSL,C:SASL_SSL,D:PLAINTEXT"
        #expect(
            try settings("listeners=A://:1,B://:2,C://:3,D://:4", protocols).listeners.map(\.securityProtocol)
                == [.saslPlaintext, .ssl, .saslSsl, .plaintext])
        #expect(
            try settings("listeners=SSL://:1,SASL_SSL://:2", "security.inter.broker.protocol=SASL_SSL")
                .interBrokerListenerName == "SASL_SSL")
        #expect(problem("security.inter.broker.protocol=TLS").contains("must be one of"))
    }

    @Test func contradictionsAreRefused() {
        #expect(problem("listeners=A://:1").contains("No security protocol defined for listener A"))
        #expect(problem("listeners=PLAINTEXT://:1,PLAINTEXT://:2").contains("different name"))
        let map = "listener.security.protocol.map=A:PLAINTEXT,B:PLAINTEXT"
        #expect(problem("listeners=A://:1,B://:1", map).contains("different port"))
        #expect(problem("listeners=A://127.0.0.1:1,B://[::1]:1", map) == "accepted")
        #expect(problem("listeners=A://:0,B://:0", map) == "accepted")
        #expect(problem("listeners=A://:1", map, "advertised.listeners=B://h:1").contains("B is no listener"))
        #expect(
            problem("listeners=A://:1", map, "inter.broker.listener.name=B").contains(
                "must be the name of an advertised"))
        #expect(problem("listener.security.protocol.map=A:TLS").contains("must be NAME:PROTOCOL"))
        #expect(problem("listeners=").contains("at least one listener is needed"))
    }

    @Test func aQuorumOfOthersIsRefused() {
        let base = [
            "process.roles=broker,controller", "node.id=1", "controller.listener.names=C",
            "listeners=PLAINTEXT://h:9092,C://h:9093",
        ]
        func problem(_ extra: String) -> String { self.problem((base + [extra]).joined(separator: "\n")) }
        #expect(problem("controller.quorum.voters=1@h:9093") == "accepted")
        #expect(
            problem("controller.quorum.voters=1@h:9093,2@i:9093").contains(
                "names node 2, but this is a single broker (node 1)"))
        #expect(problem("controller.quorum.voters=h:9093").contains("must be id@host:port"))
        #expect(problem("controller.quorum.bootstrap.servers=h:9093") == "accepted")
        #expect(problem("controller.quorum.bootstrap.servers=h:9094").contains("no controller listener of this node"))
        #expect(problem("controller.quorum.bootstrap.servers=i:9093").contains("no controller listener of this node"))
        #expect(self.problem("process.roles=controller").contains("must contain broker"))
        #expect(
            self.problem("process.roles=broker,controller", "controller.listener.names=C")
                .contains("C must be one of listeners"))
    }

    @Test func aControllerOnEveryInterfaceMayHaveAnyName() {
        let base =
            "listeners=PLAINTEXT://h:9092,C://:9093\ncontroller.listener.names=C\ncontroller.quorum.bootstrap.servers="
        #expect(problem(base + "kafka:9093") == "accepted")
        #expect(problem(base + "kafka-1:9093,kafka-2:9093").contains("names 2 hosts"))
    }
}

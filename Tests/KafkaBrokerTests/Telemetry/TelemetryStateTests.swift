import KafkaConfiguration
import KafkaWire
import Testing

@testable import KafkaBroker

@Suite struct TelemetryStateTests {
    private let id = Uuid(high: 1, low: 2)

    private func client(_ name: String = "c") -> TelemetryClient {
        TelemetryClient(
            clientId: name, software: ClientSoftware(name: "apache-kafka-java", version: "4.3.0"),
            address: "10.0.0.1", port: 1234)
    }

    private func subscription(
        _ name: String, _ metrics: String, _ interval: Int = 1000, match: String = ""
    ) -> ClientMetricsSubscription {
        ClientMetricsSubscription(
            name: name, configs: ["metrics": metrics, "interval.ms": String(interval), "match": match])
    }

    private func push(
        _ id: Uuid, _ subscriptionId: Int32, terminating: Bool = false, compression: Int8 = 0, size: Int = 10
    ) -> TelemetryState.Push {
        .init(
            instance: id, subscriptionId: subscriptionId, isTerminating: terminating, compression: compression,
            size: size, limit: 100)
    }

    private func refusal(_ body: () throws -> Void) -> ErrorCode? {
        do {
            try body()
            return nil
        } catch {
            return (error as? TelemetryRefusal)?.code
        }
    }

    @Test func `a client is told what matches it, once, at the shortest interval`() throws {
        var state = TelemetryState()
        state.use([
            subscription("one", "b.,a."), subscription("two", "a.", 500, match: "client_software_name=.*java"),
            subscription("three", "c.", 100, match: "client_id=other"),
        ])
        let instance = try state.subscribe(id, client(), connection: 1, now: 0)
        #expect(instance.metrics == ["a.", "b."])
        #expect(instance.intervalMs == 500)
        let other = try state.subscribe(Uuid(high: 9, low: 9), client("other"), connection: 2, now: 0)
        #expect(other.metrics == ["a.", "b.", "c."] && other.intervalMs == 100)
        #expect(other.subscriptionId != instance.subscriptionId)
        state.use([subscription("one", "b.,*")])
        #expect(try state.subscribe(id, client(), connection: 1, now: 1).metrics == ["*"])
    }

    @Test func `who asks or pushes too early is throttled`() throws {
        var state = TelemetryState()
        state.use([subscription("s", "*")])
        let told = try state.subscribe(id, client(), connection: 1, now: 0).subscriptionId
        #expect(refusal { _ = try state.subscribe(id, client(), connection: 1, now: 999) } == .throttlingQuotaExceeded)
        // The first push may come at any time after the answer.
        try state.push(push(id, told), client(), connection: 1, now: 300)
        #expect(
            refusal { try state.push(push(id, told), client(), connection: 1, now: 1200) }
                == .throttlingQuotaExceeded)
        try state.push(push(id, told), client(), connection: 1, now: 1300)
        // The last one may come early, and nothing after it.
        try state.push(push(id, told, terminating: true), client(), connection: 1, now: 1301)
        #expect(refusal { try state.push(push(id, told), client(), connection: 1, now: 9999) } == .invalidRequest)
    }

    @Test func `what is wrong with a push is said, and the client may ask again at once`() throws {
        var state = TelemetryState()
        state.use([subscription("s", "*")])
        let told = try state.subscribe(id, client(), connection: 1, now: 0).subscriptionId
        #expect(
            refusal { try state.push(push(id, told &+ 1), client(), connection: 1, now: 1) }
                == .unknownSubscriptionId)
        _ = try state.subscribe(id, client(), connection: 1, now: 2)
        #expect(
            refusal { try state.push(push(id, told, compression: 9), client(), connection: 1, now: 3) }
                == .unsupportedCompressionType)
        _ = try state.subscribe(id, client(), connection: 1, now: 4)
        #expect(
            refusal { try state.push(push(id, told, size: 101), client(), connection: 1, now: 5) }
                == .telemetryTooLarge)
        #expect(refusal { _ = try state.subscribe(id, client(), connection: 1, now: 6) } == .throttlingQuotaExceeded)
    }

    @Test func `changed subscriptions hold from the next request on`() throws {
        var state = TelemetryState()
        state.use([subscription("s", "a.")])
        let before = try state.subscribe(id, client(), connection: 1, now: 0)
        state.use([subscription("s", "b.")])
        #expect(
            refusal { try state.push(push(id, before.subscriptionId), client(), connection: 1, now: 1) }
                == .unknownSubscriptionId)
        let after = try state.subscribe(id, client(), connection: 1, now: 2)
        #expect(after.metrics == ["b."])
        try state.push(push(id, after.subscriptionId), client(), connection: 1, now: 3)
    }

    @Test func `an instance that is not known may push what it was told before`() throws {
        var state = TelemetryState()
        state.use([subscription("s", "a.")])
        let told = try state.subscribe(id, client(), connection: 1, now: 0).subscriptionId
        state.connectionClosed(1)
        #expect(state.instances.isEmpty)
        try state.push(push(id, told), client(), connection: 2, now: 1)
        state.connectionClosed(1)
        #expect(state.instances.count == 1, "an old connection takes nothing away")
    }

    @Test func `instances are forgotten in time, and never too many`() throws {
        var state = TelemetryState()
        _ = try state.subscribe(id, client(), connection: 1, now: 0)
        state.use([subscription("s", "a.", 100)])
        _ = try state.subscribe(Uuid(high: 2, low: 2), client(), connection: 2, now: 1)
        // Three intervals of five minutes for the one, a minute for the other.
        _ = try state.subscribe(Uuid(high: 3, low: 3), client(), connection: 3, now: 100_000)
        #expect(Set(state.instances.keys) == [id, Uuid(high: 3, low: 3)])
        for number in 0..<UInt64(TelemetryState.mostInstances + 10) {
            _ = try state.subscribe(
                Uuid(high: 10, low: number), client(), connection: 10 + number, now: 100_001 + Int64(number))
        }
        #expect(state.instances.count <= TelemetryState.mostInstances)
        #expect(state.instances[Uuid(high: 10, low: UInt64(TelemetryState.mostInstances + 9))] != nil)
        #expect(state.instances[id] == nil)
    }
}

import KafkaConfiguration
import Testing

@Suite struct NetworkSettingsTests {
    private func receiveBuffer(_ lines: String...) throws -> Int {
        try BrokerConfiguration.load(properties: lines.joined(separator: "\n")).network.socketReceiveBufferBytes
    }

    @Test func `the broker's receive buffer is Kafka's, the proxy's the system's`() throws {
        let proxy = "martlet.engine=upstream\nmartlet.proxy.upstream.servers=cluster:9092"
        #expect(try receiveBuffer("listeners=PLAINTEXT://127.0.0.1:0") == 102_400)
        #expect(try receiveBuffer(proxy) == -1)
        #expect(try receiveBuffer(proxy, "socket.receive.buffer.bytes=102400") == 102_400)
    }
}

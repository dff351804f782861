import Testing

@testable import KafkaClient

@Suite struct BrokerAddressTests {
    @Test func readsWhatKafkasToolsTake() throws {
        #expect(
            try BrokerAddress.list(" a:1, [::1]:9092,PLAINTEXT://b:2,") == [
                BrokerAddress(host: "a", port: 1), BrokerAddress(host: "::1", port: 9092),
                BrokerAddress(host: "b", port: 2),
            ])
        #expect("\(BrokerAddress(host: "::1", port: 9092))" == "[::1]:9092")
    }

    @Test(arguments: ["", "a", "a:", "a:x", "a:0", "a:65536", ":9092", "::1:9092", ","])
    func refusesWhatIsNoAddress(text: String) {
        #expect(throws: ClientError.invalidAddress(text)) { try BrokerAddress.list(text) }
    }
}

import Testing

@testable import KafkaConfiguration

@Suite struct GroupConfigurationTests {
    private let broker = BrokerConfiguration.standard()

    private func complaint(_ configs: [String: String]) -> String? {
        do throws(ConfigChangeError) {
            _ = try GroupConfiguration.validated(
                configs.sorted { $0.key < $1.key }.map { (name: $0.key, value: Optional($0.value)) }, broker: broker)
            return nil
        } catch {
            return error.message
        }
    }

    @Test func `defaults are within their bounds`() {
        let defaults = GroupConfiguration.entries(overrides: [:], broker: broker)
        #expect(defaults.count == 17)
        let configs = Dictionary(defaults.map { ($0.name, $0.value ?? "") }) { $1 }
        #expect(complaint(configs) == nil)
    }

    @Test func `every key of the broker that is named exists`() {
        for key in GroupResourceKeys.all {
            for name in [key.brokerKey, key.leastKey, key.mostKey].compactMap({ $0 }) {
                #expect(ConfigCatalog.broker(named: name) != nil, "\(name)")
            }
        }
    }

    @Test(arguments: ["earliest", "latest", "by_duration:PT1H", "by_duration:P1DT2H3M4.5S"])
    func `offset resets`(text: String) { #expect(complaint(["share.auto.offset.reset": text]) == nil) }

    @Test(arguments: [
        "none", "by_duration:", "by_duration:P", "by_duration:P1DT", "by_duration:-PT1H", "by_duration:1H",
    ])
    func `what is no offset reset`(text: String) { #expect(complaint(["share.auto.offset.reset": text]) != nil) }
}

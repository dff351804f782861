import KafkaMessageJSON
import KafkaProtocol

/// An element of an array of config resources.
protocol ConfigResourceElement {
    var resourceType: Int8 { get }
    var resourceName: String { get set }
}

extension DescribeConfigsRequest.DescribeConfigsResource: ConfigResourceElement {}
extension DescribeConfigsResponse.DescribeConfigsResult: ConfigResourceElement {}
extension AlterConfigsRequest.AlterConfigsResource: ConfigResourceElement {}
extension AlterConfigsResponse.AlterConfigsResourceResponse: ConfigResourceElement {}
extension IncrementalAlterConfigsRequest.AlterConfigsResource: ConfigResourceElement {}
extension IncrementalAlterConfigsResponse.AlterConfigsResourceResponse: ConfigResourceElement {}
extension ListConfigResourcesResponse.ConfigResource: ConfigResourceElement {}

extension Array where Element: ConfigResourceElement {
    fileprivate mutating func changeNames(_ change: ClientNames.Change) -> Bool {
        var hasChanged = false
        var kept: [Element] = []
        kept.reserveCapacity(count)
        for var element in self {
            guard let thing = NamedThing(configResource: element.resourceType) else {
                kept.append(element)
                continue
            }
            switch change(thing, element.resourceName) {
            case .keep: kept.append(element)
            case .drop: hasChanged = true
            case .replace(let name):
                hasChanged = true
                element.resourceName = name
                kept.append(element)
            }
        }
        if hasChanged { self = kept }
        return hasChanged
    }
}

extension DescribeConfigsRequest: NameCarrier {
    mutating func changeOwnNames(_ change: ClientNames.Change) -> Bool { resources.changeNames(change) }
}

extension DescribeConfigsResponse: NameCarrier {
    mutating func changeOwnNames(_ change: ClientNames.Change) -> Bool { results.changeNames(change) }
}

extension AlterConfigsRequest: NameCarrier {
    mutating func changeOwnNames(_ change: ClientNames.Change) -> Bool { resources.changeNames(change) }
}

extension AlterConfigsResponse: NameCarrier {
    mutating func changeOwnNames(_ change: ClientNames.Change) -> Bool { responses.changeNames(change) }
}

extension IncrementalAlterConfigsRequest: NameCarrier {
    mutating func changeOwnNames(_ change: ClientNames.Change) -> Bool { resources.changeNames(change) }
}

extension IncrementalAlterConfigsResponse: NameCarrier {
    mutating func changeOwnNames(_ change: ClientNames.Change) -> Bool { responses.changeNames(change) }
}

extension ListConfigResourcesResponse: NameCarrier {
    mutating func changeOwnNames(_ change: ClientNames.Change) -> Bool { configResources.changeNames(change) }
}

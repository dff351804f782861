import KafkaProtocol
import KafkaWire

/// An answer that tells clients where brokers are.
protocol AddressCarrier: ResponseMessage {
    /// The fields that hold addresses, in the form `api.field` of ``AddressRule/path``.
    static var addressPaths: [String] { get }

    /// Puts every address through `change`; true if one is another now.
    mutating func changeAddresses(_ change: (inout NodeAddress) -> Void) -> Bool
}

/// An element of an array of brokers.
protocol AddressElement {
    var address: NodeAddress { get set }
}

extension Array where Element: AddressElement {
    mutating func changeAddresses(_ change: (inout NodeAddress) -> Void) -> Bool {
        var changed = false
        for index in indices {
            let before = self[index].address
            guard before.isUsable else { continue }
            var after = before
            change(&after)
            guard after != before else { continue }
            self[index].address = after
            changed = true
        }
        return changed
    }
}

extension MetadataResponse: AddressCarrier {
    static var addressPaths: [String] { ["Metadata.brokers"] }

    mutating func changeAddresses(_ change: (inout NodeAddress) -> Void) -> Bool {
        brokers.changeAddresses(change)
    }
}

extension MetadataResponse.MetadataResponseBroker: AddressElement {
    var address: NodeAddress {
        get { NodeAddress(nodeId: nodeId, host: host, port: port) }
        set { (host, port) = (newValue.host, newValue.port) }
    }
}

extension FindCoordinatorResponse: AddressCarrier {
    static var addressPaths: [String] { ["FindCoordinator", "FindCoordinator.coordinators"] }

    mutating func changeAddresses(_ change: (inout NodeAddress) -> Void) -> Bool {
        var single = [SingleCoordinator(address: NodeAddress(nodeId: nodeId, host: host, port: port))]
        let changed = single.changeAddresses(change)
        if changed, let address = single.first?.address { (host, port) = (address.host, address.port) }
        return coordinators.changeAddresses(change) || changed
    }

    /// The one coordinator of versions 0 to 3, whose fields are the answer's own.
    private struct SingleCoordinator: AddressElement {
        var address: NodeAddress
    }
}

extension FindCoordinatorResponse.Coordinator: AddressElement {
    var address: NodeAddress {
        get { NodeAddress(nodeId: nodeId, host: host, port: port) }
        set { (host, port) = (newValue.host, newValue.port) }
    }
}

extension DescribeClusterResponse: AddressCarrier {
    static var addressPaths: [String] { ["DescribeCluster.brokers"] }

    mutating func changeAddresses(_ change: (inout NodeAddress) -> Void) -> Bool {
        brokers.changeAddresses(change)
    }
}

extension DescribeClusterResponse.DescribeClusterBroker: AddressElement {
    var address: NodeAddress {
        get { NodeAddress(nodeId: brokerId, host: host, port: port) }
        set { (host, port) = (newValue.host, newValue.port) }
    }
}

extension ProduceResponse: AddressCarrier {
    static var addressPaths: [String] { ["Produce.nodeEndpoints"] }

    mutating func changeAddresses(_ change: (inout NodeAddress) -> Void) -> Bool {
        nodeEndpoints.changeAddresses(change)
    }
}

extension ProduceResponse.NodeEndpoint: AddressElement {
    var address: NodeAddress {
        get { NodeAddress(nodeId: nodeId, host: host, port: port) }
        set { (host, port) = (newValue.host, newValue.port) }
    }
}

extension FetchResponse: AddressCarrier {
    static var addressPaths: [String] { ["Fetch.nodeEndpoints"] }

    mutating func changeAddresses(_ change: (inout NodeAddress) -> Void) -> Bool {
        nodeEndpoints.changeAddresses(change)
    }
}

extension FetchResponse.NodeEndpoint: AddressElement {
    var address: NodeAddress {
        get { NodeAddress(nodeId: nodeId, host: host, port: port) }
        set { (host, port) = (newValue.host, newValue.port) }
    }
}

extension ShareFetchResponse: AddressCarrier {
    static var addressPaths: [String] { ["ShareFetch.nodeEndpoints"] }

    mutating func changeAddresses(_ change: (inout NodeAddress) -> Void) -> Bool {
        nodeEndpoints.changeAddresses(change)
    }
}

extension ShareFetchResponse.NodeEndpoint: AddressElement {
    var address: NodeAddress {
        get { NodeAddress(nodeId: nodeId, host: host, port: port) }
        set { (host, port) = (newValue.host, newValue.port) }
    }
}

extension ShareAcknowledgeResponse: AddressCarrier {
    static var addressPaths: [String] { ["ShareAcknowledge.nodeEndpoints"] }

    mutating func changeAddresses(_ change: (inout NodeAddress) -> Void) -> Bool {
        nodeEndpoints.changeAddresses(change)
    }
}

extension ShareAcknowledgeResponse.NodeEndpoint: AddressElement {
    var address: NodeAddress {
        get { NodeAddress(nodeId: nodeId, host: host, port: port) }
        set { (host, port) = (newValue.host, newValue.port) }
    }
}

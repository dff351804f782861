extension BrokerConfiguration {
    /// The keys that another configuration was started with differently, or not at all; sorted.
    public func changedKeys(from other: BrokerConfiguration) -> [String] {
        let (old, new) = (other.layers.fixed, layers.fixed)
        return Set(old.keys).union(new.keys).filter { old[$0]?.text != new[$0]?.text }.sorted()
    }
}

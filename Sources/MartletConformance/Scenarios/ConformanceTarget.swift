/// A broker with what it says it serves.
struct ConformanceTarget: Sendable {
    let address: TargetAddress
    let offered: OfferedVersions

    /// Connects and asks. Throws if there is no broker.
    static func open(_ address: TargetAddress) async throws -> ConformanceTarget {
        let calls = try await BrokerCalls.open(address)
        calls.connection.close()
        return ConformanceTarget(address: address, offered: calls.offered)
    }
}

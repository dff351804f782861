import KafkaWire

/// Stops a message from being encoded when a field that its version lacks holds something that must not be lost.
@inline(__always)
func requireDefault(_ isDefault: Bool, _ field: StaticString, _ version: Int16) throws(WireError) {
    guard isDefault else { throw notRepresentable(field, version) }
}

@inline(never)
private func notRepresentable(_ field: StaticString, _ version: Int16) -> WireError {
    .notRepresentable(field: field.description, version: version)
}

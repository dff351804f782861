import Glibc

/// Addresses as Java writes them, which is how ACLs of Kafka have them.
enum JavaAddress {
    /// An address that stands there as a number; nil for anything else.
    static func literal(_ host: String) -> String? {
        var bytes = [UInt8](repeating: 0, count: 16)
        let family = host.utf8.contains(UInt8(ascii: ":")) ? AF_INET6 : AF_INET
        return inet_pton(family, host, &bytes) == 1 ? text(host) : nil
    }

    /// An IPv6 address with all its eight groups and no zeros before them, or the IPv4 address that it stands for;
    /// anything else as it is.
    static func text(_ host: String) -> String {
        guard let bytes = bytes(host) else { return host }
        if let mapped = mapped(bytes) { return mapped }
        let groups = stride(from: 0, to: 16, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
        return groups.map { String($0, radix: 16) }.joined(separator: ":")
    }

    /// The IPv4 address that an IPv6 address stands for; nil for any other.
    static func mapped(_ host: String) -> String? { bytes(host).flatMap(mapped) }

    private static func mapped(_ bytes: [UInt8]) -> String? {
        guard bytes[..<10].allSatisfy({ $0 == 0 }), bytes[10] == 0xFF, bytes[11] == 0xFF else { return nil }
        return bytes[12...].map { String($0) }.joined(separator: ".")
    }

    /// Those of an IPv6 address; nil for anything else.
    private static func bytes(_ host: String) -> [UInt8]? {
        guard host.utf8.contains(UInt8(ascii: ":")) else { return nil }
        var bytes = [UInt8](repeating: 0, count: 16)
        return inet_pton(AF_INET6, host, &bytes) == 1 ? bytes : nil
    }
}

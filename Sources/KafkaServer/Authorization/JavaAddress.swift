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
        guard host.utf8.contains(UInt8(ascii: ":")) else { return host }
        var bytes = [UInt8](repeating: 0, count: 16)
        guard inet_pton(AF_INET6, host, &bytes) == 1 else { return host }
        if bytes[..<10].allSatisfy({ $0 == 0 }), bytes[10] == 0xFF, bytes[11] == 0xFF {
            return bytes[12...].map { String($0) }.joined(separator: ".")
        }
        let groups = stride(from: 0, to: 16, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
        return groups.map { String($0, radix: 16) }.joined(separator: ":")
    }
}

import Glibc
public import NIOCore

/// Turns the host of a listener into an address to bind.
public enum HostAddress {
    /// An address as it stands; a name by the resolver, IPv4 first, as clients expect of `localhost`; nothing as all
    /// interfaces.
    public static func resolve(_ host: String, port: Int) throws -> SocketAddress {
        if host.isEmpty { return try SocketAddress(ipAddress: "0.0.0.0", port: port) }
        if let address = try? SocketAddress(ipAddress: host, port: port) { return address }
        if let address = lookUp(host, family: AF_INET, port: port) { return address }
        return try SocketAddress.makeAddressResolvingHost(host, port: port)
    }

    /// The address as clients and ACLs have it: one of IPv4 is that, also where it came to a socket for both.
    static func text(_ address: SocketAddress?) -> String? {
        address?.ipAddress.map { JavaAddress.mapped($0) ?? $0 }
    }

    private static func lookUp(_ host: String, family: Int32, port: Int) -> SocketAddress? {
        var hints = addrinfo()
        hints.ai_family = family
        var found: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, nil, &hints, &found) == 0, let first = found else { return nil }
        defer { freeaddrinfo(first) }
        guard let address = first.pointee.ai_addr else { return nil }
        var text = [CChar](repeating: 0, count: Int(NI_MAXHOST))
        let length = socklen_t(text.count)
        guard getnameinfo(address, first.pointee.ai_addrlen, &text, length, nil, 0, NI_NUMERICHOST) == 0 else {
            return nil
        }
        let bytes = text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        return try? SocketAddress(ipAddress: String(decoding: bytes, as: UTF8.self), port: port)
    }
}

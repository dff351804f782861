import Glibc

/// From where an address can be reached, as far as it says so itself. No name is looked up.
enum ListenerReach: Equatable {
    /// Only from this machine.
    case loopback
    /// From a private network, or from wherever a name may lead.
    case network
    /// From any network that the machine is part of.
    case everywhere

    /// - Parameter host: of a listener; empty stands for every interface.
    init(host: String) {
        if host.isEmpty {
            self = .everywhere
            return
        }
        var four = in_addr()
        if inet_pton(AF_INET, host, &four) == 1 {
            self = Self.reach(UInt32(bigEndian: four.s_addr))
            return
        }
        var six = in6_addr()
        // A zone, as in fe80::1%eth0, is no part of the address.
        let address = host.split(separator: "%").first.map(String.init) ?? host
        if inet_pton(AF_INET6, address, &six) == 1 {
            self = Self.reach(withUnsafeBytes(of: &six) { Array($0) })
            return
        }
        let name = host.lowercased()
        self = name == "localhost" || name.hasSuffix(".localhost") ? .loopback : .network
    }

    private static func reach(_ address: UInt32) -> ListenerReach {
        switch address >> 24 {
        case 127: return .loopback
        case 10: return .network
        default: break
        }
        let isPrivate = address >> 20 == 0xAC1 || address >> 16 == 0xC0A8 || address >> 16 == 0xA9FE
        return isPrivate ? .network : .everywhere
    }

    private static func reach(_ address: [UInt8]) -> ListenerReach {
        guard address.count == 16 else { return .everywhere }
        if address[..<15].allSatisfy({ $0 == 0 }) { return address[15] == 1 ? .loopback : .everywhere }
        if address[..<10].allSatisfy({ $0 == 0 }), address[10] == 0xFF, address[11] == 0xFF {
            return reach(address[12...].reduce(0) { $0 << 8 | UInt32($1) })
        }
        let isPrivate = address[0] & 0xFE == 0xFC || (address[0] == 0xFE && address[1] & 0xC0 == 0x80)
        return isPrivate ? .network : .everywhere
    }
}

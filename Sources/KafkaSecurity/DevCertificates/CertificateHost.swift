import Glibc

/// Names and addresses that a server's certificate may be for.
enum CertificateHost {
    /// Whether it is an IP address.
    static func isAddress(_ host: String) -> Bool {
        var four = in_addr()
        var six = in6_addr()
        return inet_pton(AF_INET, host, &four) == 1 || inet_pton(AF_INET6, host, &six) == 1
    }

    /// Whether it can stand in a certificate: an address, or a host name whose first label may be `*`.
    static func isUsable(_ host: String) -> Bool {
        if isAddress(host) { return true }
        guard !host.isEmpty, host.utf8.count <= 253, !host.contains(":") else { return false }
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        return labels.enumerated().allSatisfy { index, label in
            if index == 0, label == "*", labels.count > 1 { return true }
            return (1...63).contains(label.utf8.count) && label.utf8.allSatisfy(isLabelByte)
                && label.first != "-" && label.last != "-"
        }
    }

    private static func isLabelByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: true
        default: false
        }
    }
}

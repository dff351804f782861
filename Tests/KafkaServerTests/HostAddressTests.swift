import NIOCore
import Testing

@testable import KafkaServer

@Suite struct HostAddressTests {
    @Test(arguments: [
        ("127.0.0.1", "127.0.0.1"), ("::ffff:192.0.2.7", "192.0.2.7"), ("::1", "::1"), ("2001:db8::1", "2001:db8::1"),
        ("::ffff:0:0", "0.0.0.0"),
    ])
    func `an address of IPv4 is shown as one`(address: String, shown: String) throws {
        #expect(HostAddress.text(try SocketAddress(ipAddress: address, port: 1)) == shown)
    }

    @Test func `nothing for sockets without an address`() throws {
        #expect(HostAddress.text(nil) == nil)
        #expect(HostAddress.text(try SocketAddress(unixDomainSocketPath: "/x")) == nil)
    }
}

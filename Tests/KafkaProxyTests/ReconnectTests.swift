import Glibc
import NIOCore
import NIOPosix
import Testing

@Suite("Brokers that go while they are spoken to", .timeLimit(.minutes(1)))
struct ReconnectTests {
    /// Accepts connections and closes each at once.
    private final class ClosingBroker: Sendable {
        let port: Int
        private let descriptor: Int32

        init(on threads: NIOThreadPool) throws {
            let (descriptor, port) = try Sockets.listen()
            (self.descriptor, self.port) = (descriptor, port)
            threads.submit { _ in
                while true {
                    let accepted = accept(descriptor, nil, nil)
                    guard accepted >= 0 else { return }
                    close(accepted)
                }
            }
        }

        func stop() {
            shutdown(descriptor, Int32(SHUT_RDWR))
            close(descriptor)
        }
    }

    /// A connection that breaks while what has waited for it is being sent leaves all of that to the next broker.
    @Test("All that a client has asked goes to the broker that answers")
    func repeats() async throws {
        let threads = NIOThreadPool(numberOfThreads: 7)
        threads.start()
        let closing = try (0..<6).map { _ in try ClosingBroker(on: threads) }
        let servers = closing.map { "127.0.0.1:\($0.port)" } + ["$broker"]
        // Where the brokers' turn begins, and how soon they close, is a matter of chance.
        for _ in 0..<6 {
            try await withProxy(["martlet.proxy.upstream.servers=\(servers.joined(separator: ","))"]) { proxy in
                var asked = ByteBuffer()
                for id in 0..<6 as Range<Int32> {
                    // ApiVersions, version 0, from a client without a name.
                    asked.writeMultipleIntegers(Int32(10), Int16(18), Int16(0), id, Int16(-1))
                }
                let request = asked
                let answered = try await threads.runIfActive {
                    try Sockets.correlationIds(ofAnswers: 6, to: request, port: proxy.port)
                }
                #expect(answered == [0, 1, 2, 3, 4, 5])
            }
        }
        for broker in closing { broker.stop() }
        try await threads.shutdownGracefully()
    }
}

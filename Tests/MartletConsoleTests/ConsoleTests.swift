import KafkaConfiguration
import KafkaServer
import Logging
import MartletConsole
import NIOCore
import NIOPosix
import Testing

/// The console over real sockets.
@Suite struct ConsoleTests {
    private static let logger = Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() }
    private let status = ConsoleStatus(process: ProcessMetrics(version: "1", engine: "broker"))

    private func start(_ listeners: String = "http://127.0.0.1:0") async throws -> Console {
        let configuration = try BrokerConfiguration.load(properties: "console.listeners=\(listeners)")
        return try await Console.start(configuration.console, status: status, logger: Self.logger)
    }

    private func withConsole(_ body: (Int) async throws -> Void) async throws {
        let console = try await start()
        do {
            try await body(Self.port(console))
        } catch {
            await console.stop()
            throw error
        }
        await console.stop()
    }

    private static func port(_ console: Console) -> Int {
        console.listeners.first.flatMap { $0.split(separator: ":").last }.flatMap { Int($0) } ?? 0
    }

    /// Sends bytes, and answers everything that comes until the console closes.
    private func exchange(_ port: Int, _ text: String) async throws -> String {
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        return try await channel.executeThenClose { inbound, outbound in
            // A console that has seen enough closes while it is written to.
            try? await outbound.write(ByteBuffer(string: text))
            var all = ByteBuffer()
            do {
                for try await part in inbound { all.writeImmutableBuffer(part) }
            } catch {
                guard all.readableBytes > 0 else { throw error }
            }
            return String(buffer: all)
        }
    }

    @Test func pagesAreServed() async throws {
        try await withConsole { port in
            let health = try await exchange(port, "GET /health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
            #expect(health.hasPrefix("HTTP/1.1 200 OK\r\n"))
            #expect(health.hasSuffix("\r\n\r\n{\"alive\":true}\n"))
            let ready = try await exchange(port, "GET /ready HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
            #expect(ready.hasPrefix("HTTP/1.1 503 Service Unavailable\r\n"))
            let metrics = try await exchange(port, "GET /metrics HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
            #expect(metrics.contains("\nmartlet_process_open_fds "))
        }
    }

    @Test func headHasTheHeadersOfGetAndNoBody() async throws {
        try await withConsole { port in
            let head = try await exchange(port, "HEAD /health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
            #expect(head.lowercased().contains("\r\ncontent-length: 15\r\n"))
            #expect(head.hasSuffix("\r\n\r\n"))
        }
    }

    @Test func requestsMayFollowEachOther() async throws {
        try await withConsole { port in
            let one = "GET /health HTTP/1.1\r\nHost: a\r\n\r\n"
            let last = "GET /nothing HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
            let all = try await exchange(port, one + one + last)
            #expect(all.ranges(of: "HTTP/1.1 200 OK").count == 2)
            #expect(all.contains("HTTP/1.1 404 Not Found"))
        }
    }

    @Test func otherMethodsSayWhatWouldDo() async throws {
        try await withConsole { port in
            let answer = try await exchange(
                port, "POST /metrics HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 3\r\n\r\nabc")
            #expect(answer.hasPrefix("HTTP/1.1 405 Method Not Allowed\r\n"))
            #expect(answer.lowercased().contains("\r\nallow: get, head\r\n"))
        }
    }

    private static let nonsense = [
        "GET /health HTTP/1.1\r\nHost: a\r\nX: " + String(repeating: "x", count: 20_000),
        "POST /health HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999\r\n\r\n" + String(repeating: "x", count: 90_000),
        String(repeating: "GET /", count: 10_000),
        "\u{0}\u{1}\u{2}garbage\r\n\r\n",
        "GET /health HTTP/9.9\r\n\r\n",
    ]

    @Test(arguments: Self.nonsense.indices)
    func tooMuchOrNothingSensibleEndsTheConnection(_ index: Int) async throws {
        try await withConsole { port in
            _ = try? await exchange(port, Self.nonsense[index])
            let health = try await exchange(port, "GET /health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
            #expect(health.hasPrefix("HTTP/1.1 200 OK\r\n"))
        }
    }

    @Test func whatCannotBeListenedOnSaysWhatToDo() async throws {
        try await withConsole { port in
            let error = await #expect(throws: ConsoleStartError.self) { try await start("http://127.0.0.1:\(port)") }
            #expect(
                error?.description == "console.listeners: cannot listen on http://127.0.0.1:\(port): another program "
                    + "listens there; stop it, or choose another port (0 takes a free one)")
        }
        let unknown = await #expect(throws: ConsoleStartError.self) { try await start("http://nowhere.invalid:0") }
        #expect(unknown?.description.contains("the host name cannot be resolved") == true)
    }
}

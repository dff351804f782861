import HTTPTypes
import HummingbirdCore
public import KafkaConfiguration
import KafkaServer
public import Logging
import NIOCore
import NIOPosix

/// Serves health, readiness and metrics by HTTP, on an event loop of its own.
public final class Console: Sendable {
    private typealias Listener = HummingbirdCore.Server<GuardedChannel>

    /// How long requests that are being answered may take once the console is to stop.
    private static let mostFinishing: Duration = .seconds(1)
    private static let backlog = 64

    /// Where it listens, with the ports that it got, as `http://host:port`.
    public let listeners: [String]
    private let servers: [Listener]
    private let runs: [Task<Void, Never>]
    private let connections: ConsoleConnections
    private let group: MultiThreadedEventLoopGroup

    private init(
        listeners: [String], servers: [Listener], runs: [Task<Void, Never>], connections: ConsoleConnections,
        group: MultiThreadedEventLoopGroup
    ) {
        self.listeners = listeners
        self.servers = servers
        self.runs = runs
        self.connections = connections
        self.group = group
    }

    /// Listens on every address; when that fails for one, none stays open.
    ///
    /// - Throws: ``ConsoleStartError``.
    public static func start(
        _ settings: ConsoleSettings, status: ConsoleStatus, logger: Logger
    ) async throws -> Console {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let connections = ConsoleConnections(eventLoop: group.any())
        var listeners: [String] = []
        var servers: [Listener] = []
        var runs: [Task<Void, Never>] = []
        do throws(ConsoleStartError) {
            for endpoint in settings.listeners {
                let opened = try await open(endpoint, status, connections, group)
                listeners.append("\(opened.endpoint)")
                servers.append(opened.server)
                runs.append(opened.run)
            }
        } catch {
            await Console(listeners: [], servers: servers, runs: runs, connections: connections, group: group).stop()
            throw error
        }
        let console = Console(
            listeners: listeners, servers: servers, runs: runs, connections: connections, group: group)
        for listener in listeners {
            logger.info("serving health and metrics", metadata: ["console": "\(listener)"])
        }
        return console
    }

    /// Stops listening, lets requests that are being answered have their answers for a moment, then closes everything.
    public func stop() async {
        let connections = connections
        let cut = Task {
            try? await Task.sleep(for: Self.mostFinishing)
            connections.closeAll()
        }
        for server in servers { try? await server.shutdownGracefully() }
        cut.cancel()
        for run in runs { await run.value }
        try? await group.shutdownGracefully()
    }

    private static func open(
        _ endpoint: ConsoleSettings.Endpoint, _ status: ConsoleStatus, _ connections: ConsoleConnections,
        _ group: MultiThreadedEventLoopGroup
    ) async throws(ConsoleStartError) -> (server: Listener, run: Task<Void, Never>, endpoint: ConsoleSettings.Endpoint)
    {
        let address: String
        do {
            address = try HostAddress.resolve(endpoint.host, port: endpoint.port).ipAddress ?? endpoint.host
        } catch {
            throw ConsoleStartError(endpoint, .unknownHost)
        }
        let quiet = Logger(label: "console") { _ in SwiftLogNoOpLogHandler() }
        let (opened, source) = AsyncThrowingStream<Int, any Error>.makeStream()
        let server = Listener(
            childChannelSetup: GuardedChannel(connections: connections) { request, writer, _ in
                try await answer(request, writer, status)
            },
            configuration: ServerConfiguration(address: .hostname(address, port: endpoint.port), backlog: backlog),
            onServerRunning: { channel in source.yield(channel.localAddress?.port ?? endpoint.port) },
            eventLoopGroup: group, logger: quiet)
        // A task of its own, so that it goes on listening while what it tells of is being stopped.
        let run = Task.detached {
            do {
                try await server.run()
                source.finish()
            } catch {
                source.finish(throwing: error)
            }
        }
        do {
            for try await port in opened {
                return (server, run, ConsoleSettings.Endpoint(host: address, port: port))
            }
        } catch {
            throw ConsoleStartError(endpoint, ConsoleStartError.Cause(error))
        }
        throw ConsoleStartError(endpoint, .other("it stopped at once"))
    }

    private static func answer(
        _ request: HummingbirdCore.Request, _ writer: consuming ResponseWriter, _ status: ConsoleStatus
    ) async throws {
        let answer = await ConsoleAnswer.to(request.method.rawValue, request.head.path ?? "", status)
        let body = ByteBuffer(string: answer.body)
        var head = HTTPResponse(status: HTTPResponse.Status(code: answer.status))
        head.headerFields[.contentType] = answer.mediaType
        head.headerFields[.contentLength] = String(body.readableBytes)
        head.headerFields[.cacheControl] = "no-store"
        if let allow = answer.allow { head.headerFields[.allow] = allow }
        let isHead = request.method == .head
        try await writer.write(response: head, body: isHead ? ResponseBody() : ResponseBody(byteBuffer: body))
    }
}

public import Logging
public import NIOCore
import NIOPosix
import Synchronization

/// Listens, and lets an engine answer what comes.
public final class Server: Sendable {
    /// Why a server did not start.
    public enum StartError: Error, CustomStringConvertible {
        /// A listener's address could not be bound.
        case bind(listener: ListenerSettings, reason: String)

        /// A sentence for who starts the server.
        public var description: String {
            switch self {
            case .bind(let listener, let reason):
                "listener \(listener.name) cannot listen on \(listener.host):\(listener.port): \(reason)"
            }
        }
    }

    /// The listeners, with the ports that they got.
    public let boundListeners: [BoundListener]
    private let group: MultiThreadedEventLoopGroup
    private let channels: Mutex<[any Channel]>
    let shared: ServerShared
    private let visits = Mutex(Visits())

    private struct Visits {
        var count = 0
        var isOver = false
    }
    private let stopEngine: @Sendable () -> Void
    private let bindMore: @Sendable (ListenerSettings) async throws -> (BoundListener, any Channel)

    private init(
        bound: [(BoundListener, any Channel)], group: MultiThreadedEventLoopGroup, shared: ServerShared,
        stopEngine: @escaping @Sendable () -> Void,
        bindMore: @escaping @Sendable (ListenerSettings) async throws -> (BoundListener, any Channel)
    ) {
        boundListeners = bound.map(\.0)
        channels = Mutex(bound.map(\.1))
        self.group = group
        self.shared = shared
        self.stopEngine = stopEngine
        self.bindMore = bindMore
    }

    /// Binds all listeners; when that fails for one, none stays open.
    ///
    /// - Parameters:
    ///   - tap: sees the frames of the listeners whose settings say so.
    ///   - saslPolicies: what the clients of listeners with SASL are authenticated by.
    /// - Throws: ``StartError``.
    public static func start(
        settings: ServerSettings, engine: some Engine, logger: Logger, tap: (any FrameTap)? = nil,
        saslPolicies: (any SaslPolicySource)? = nil
    ) async throws -> Server {
        let threads = max(1, min(settings.networkThreads, System.coreCount))
        let group = MultiThreadedEventLoopGroup(numberOfThreads: threads)
        let loops = group.makeIterator().map { LoopState(eventLoop: $0) }
        engine.serverStarting(eventLoops: group)
        let shared = ServerShared(
            settings: settings, loops: loops, logger: logger, tap: tap, saslPolicies: saslPolicies)
        let binder = ListenerBinder(shared: shared, group: group, engine: engine)
        var bound: [(BoundListener, any Channel)] = []
        do {
            for listener in settings.listeners { bound.append(try await binder.bind(listener)) }
        } catch {
            for (_, channel) in bound { try? await channel.close() }
            try? await group.shutdownGracefully()
            throw error
        }
        for loop in loops {
            loop.eventLoop.scheduleRepeatedTask(initialDelay: shared.sweepInterval, delay: shared.sweepInterval) { _ in
                loop.sweep()
            }
        }
        return Server(
            bound: bound, group: group, shared: shared, stopEngine: { engine.serverStopping() },
            bindMore: { try await binder.bind($0) })
    }

    /// The event loops, for the timers of an engine.
    public var eventLoopGroup: any EventLoopGroup { group }

    /// How many connections are open.
    public var connectionCount: Int { shared.counts.total }

    /// Whether most connections have gone since this was true last, so that memory which they used may be given back.
    public func connectionsHaveEbbed() -> Bool { shared.counts.haveEbbed() }

    /// Opens one more listener, whose connections are answered by the same engine.
    ///
    /// - Throws: ``StartError``.
    public func listen(_ listener: ListenerSettings) async throws -> BoundListener {
        let (bound, channel) = try await bindMore(listener)
        channels.withLock { $0.append(channel) }
        if shared.isStopping { try? await channel.close() }
        return bound
    }

    /// Stops accepting, lets open requests be answered and the answers leave, then closes. What is not done by the
    /// deadline is cut off.
    public func stop(deadline: TimeAmount) async {
        guard shared.stop() else { return }
        for channel in channels.withLock({ $0 }) { try? await channel.close() }
        stopEngine()
        let drained = shared.loops.map { loop in
            let promise = loop.eventLoop.makePromise(of: Void.self)
            loop.eventLoop.execute { loop.drain(deadline: deadline, promise) }
            return promise.futureResult
        }
        for future in drained { try? await future.get() }
        await shared.bulkSender.stop()
        await shared.coldSender.stop()
        await endVisits()
        try? await group.shutdownGracefully()
    }

    /// Runs a body that asks event loops something; nil once they are to end. One that has ended drops what it is asked,
    /// and whoever asked would wait for ever.
    public func whileLoopsRun<T: Sendable>(_ body: @Sendable () async -> T) async -> T? {
        let mayVisit = visits.withLock { visits in
            if !visits.isOver { visits.count += 1 }
            return !visits.isOver
        }
        guard mayVisit else { return nil }
        let result = await body()
        visits.withLock { $0.count -= 1 }
        return result
    }

    private func endVisits() async {
        visits.withLock { $0.isOver = true }
        while visits.withLock({ $0.count }) > 0 {
            do { try await Task.sleep(for: .milliseconds(1)) } catch { await Task.yield() }
        }
    }
}

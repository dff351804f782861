import NIOCore

/// The console's open connections. But for ``closeAll()``, only to be touched on its event loop, which is what makes it
/// safe to hand around.
final class ConsoleConnections: @unchecked Sendable {
    /// With more, the one that has been quiet for longest makes room: whoever occupies all of them keeps nobody out.
    static let most = 64

    private let eventLoop: any EventLoop
    private var guards: [ObjectIdentifier: ConsoleGuard] = [:]

    init(eventLoop: any EventLoop) {
        self.eventLoop = eventLoop
    }

    func add(_ connection: ConsoleGuard) {
        if guards.count >= Self.most, let quietest = guards.values.min(by: { $0.activeAt < $1.activeAt }) {
            remove(quietest)
            quietest.close()
        }
        guards[ObjectIdentifier(connection)] = connection
    }

    func remove(_ connection: ConsoleGuard) {
        guards[ObjectIdentifier(connection)] = nil
    }

    /// Closes every connection; from any thread.
    func closeAll() {
        eventLoop.execute {
            for connection in self.guards.values { connection.close() }
        }
    }
}

import NIOCore

/// What the connections of one event loop share. Only to be touched on that loop, which is what makes it safe to hand
/// around.
final class LoopState: @unchecked Sendable {
    /// The size of the buffer that connections without a partial frame read into.
    static let receiveWindow = 256 * 1024
    /// How many bytes of buffers for large frames are kept for reuse.
    private static let mostSpareBytes = 16 * 1024 * 1024
    private static let mostOutputs = 8
    private static let largestKeptOutput = 1024 * 1024

    let eventLoop: any EventLoop
    let tls: TLSLoop
    /// What is counted of the requests that the loop handles.
    let counts = LoopCounts()
    /// Counts the sweeps; the clock of all timeouts, so that no read of a connection looks at a real one.
    private(set) var tick: UInt64 = 1
    private(set) var connections: [UInt64: Connection] = [:]
    /// Set from a connection's first read until its reads are complete: whatever is to be flushed waits for that.
    var insideRead = false
    /// How many reads after one of another connection a loop counts as shared.
    private static let sharedReads: UInt64 = 256
    private var reads: UInt64 = 0
    private var lastReader: UInt64?
    private var sharedUntil: UInt64 = 0
    private var receive = ByteBuffer()
    private var spares: [ByteBuffer] = []
    private var spareBytes = 0
    private var sparesUsedAt: UInt64 = 0
    private var outputs: [ByteBuffer] = []
    private var dirty: [Connection] = []
    private var flushScheduled = false
    private var waitingForGate: [Connection] = []
    private var drained: EventLoopPromise<Void>?

    init(eventLoop: any EventLoop) {
        self.eventLoop = eventLoop
        tls = TLSLoop(eventLoop: eventLoop)
    }

    /// Whether several connections have sent something lately, so that one should not keep the loop for long.
    var isShared: Bool { reads < sharedUntil }

    /// A connection reads.
    func noteRead(of connection: UInt64) {
        reads &+= 1
        guard lastReader != connection else { return }
        if lastReader != nil { sharedUntil = reads &+ Self.sharedReads }
        lastReader = connection
    }

    /// False if the connection is known already.
    func add(_ connection: Connection) -> Bool {
        connections.updateValue(connection, forKey: connection.context.id) == nil
    }

    func remove(_ connection: Connection) {
        connections[connection.context.id] = nil
        if connections.isEmpty, let drained {
            self.drained = nil
            drained.succeed(())
        }
    }

    /// Ends every connection once its open requests are answered, and all at the deadline.
    func drain(deadline: TimeAmount, _ drained: EventLoopPromise<Void>) {
        guard !connections.isEmpty else { return drained.succeed(()) }
        self.drained = drained
        for connection in Array(connections.values) { connection.end(.serverStopped) }
        eventLoop.scheduleTask(in: deadline) {
            for connection in Array(self.connections.values) { connection.abort(.serverStopped) }
        }
    }

    /// A connection wants to hear when ``RequestGate`` opens.
    func waitForGate(_ connection: Connection) {
        waitingForGate.append(connection)
    }

    func gateOpened() {
        var connections: [Connection] = []
        swap(&connections, &waitingForGate)
        for connection in connections where connection.machine.clear(.gate) { connection.proceed() }
    }

    /// The shared receive buffer, empty. It is given back by ``giveBackReceive(_:)``, and replaced if that did not
    /// happen or someone kept a slice of it.
    func takeReceive() -> ByteBuffer {
        var buffer = ByteBuffer()
        swap(&buffer, &receive)
        if buffer.capacity > 0, buffer.modifyIfUniquelyOwned({ $0.clear() }) != nil { return buffer }
        return ByteBufferAllocator().buffer(capacity: Self.receiveWindow)
    }

    func giveBackReceive(_ buffer: ByteBuffer) {
        receive = buffer
    }

    /// A buffer used before that has room for `capacity` bytes, if there is one.
    func takeSpare(capacity: Int) -> ByteBuffer? {
        sparesUsedAt = tick
        var index = 0
        while index < spares.count {
            guard spares[index].modifyIfUniquelyOwned({ $0.clear() }) != nil else {
                spareBytes &-= spares[index].storageCapacity
                spares.remove(at: index)
                continue
            }
            if spares[index].capacity >= capacity {
                spareBytes &-= spares[index].storageCapacity
                return spares.remove(at: index)
            }
            index &+= 1
        }
        return nil
    }

    func giveSpare(_ buffer: ByteBuffer) {
        let size = buffer.storageCapacity
        guard size > 32 * 1024, spareBytes &+ size <= Self.mostSpareBytes else { return }
        spares.append(buffer)
        spareBytes &+= size
    }

    /// An empty output.
    func takeOutput() -> ResponseBuffer {
        while var buffer = outputs.popLast() {
            if buffer.modifyIfUniquelyOwned({ $0.clear() }) != nil { return ResponseBuffer(reusing: buffer) }
        }
        return ResponseBuffer(reusing: ByteBufferAllocator().buffer(capacity: 4096))
    }

    /// Gives back bytes that were handed to the channel; they are used again once it has let go of them.
    func giveBackOutput(_ output: ResponseBuffer) {
        let buffer = output.bytes
        guard !output.isBorrowed, outputs.count < Self.mostOutputs, buffer.storageCapacity > 0,
            buffer.storageCapacity <= Self.largestKeptOutput
        else { return }
        outputs.append(buffer)
    }

    /// Sees to it that the connection is flushed soon, never from within the engine.
    func flushSoon(_ connection: Connection) {
        dirty.append(connection)
        guard !insideRead, !flushScheduled else { return }
        flushScheduled = true
        eventLoop.execute {
            self.flushScheduled = false
            self.flushDirty()
        }
    }

    /// Flushes the connections that wait for it.
    func flushDirty() {
        guard !dirty.isEmpty else { return }
        var connections: [Connection] = []
        swap(&connections, &dirty)
        for connection in connections { connection.flushDelivered() }
    }

    /// One step of the clock: timeouts are found, memory that is not needed is given up.
    func sweep() {
        tick &+= 1
        for connection in Array(connections.values) { connection.sweep() }
        if tick &- sparesUsedAt > 10, !spares.isEmpty {
            spares = []
            spareBytes = 0
        }
    }
}

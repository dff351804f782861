import NIOCore

/// What the TLS connections of one event loop share. Only to be touched on that loop,
/// which is what makes it safe to hand around unchecked.
final class TLSLoop: @unchecked Sendable {
    /// How many sealed bytes are read at once. A quarter of it costs a seventh more of all that a 64 KiB produce does.
    static let receiveWindow = 256 * 1024
    /// How many bytes are sealed before they are sent: four records.
    static let chunk = 64 * 1024
    /// How long the loop looks at its sockets between two handshakes while there is no bell.
    private static let pause = TimeAmount.microseconds(5)

    private let eventLoop: any EventLoop
    private var sealed = ByteBuffer()
    private var waiting: [Connection] = []
    private var firstWaiting = 0
    private var isScheduled = false
    private lazy var bell = LoopBell(eventLoop) { [weak self] in self?.step() }

    init(eventLoop: any EventLoop) {
        self.eventLoop = eventLoop
    }

    /// Room of ``chunk`` bytes for the runs of files that are to be sealed, made when it is first needed.
    private(set) lazy var scratch = Scratch(size: Self.chunk)

    /// Memory that is freed with its owner.
    final class Scratch {
        let region: UnsafeMutableRawBufferPointer

        init(size: Int) {
            region = .allocate(byteCount: size, alignment: 64)
        }

        deinit { region.deallocate() }
    }

    /// The shared buffer for sealed bytes, empty; given back by ``giveBackSealed(_:)``.
    func takeSealed() -> ByteBuffer {
        var buffer = ByteBuffer()
        swap(&buffer, &sealed)
        if buffer.capacity > 0, buffer.modifyIfUniquelyOwned({ $0.clear() }) != nil { return buffer }
        return ByteBufferAllocator().buffer(capacity: Self.receiveWindow)
    }

    func giveBackSealed(_ buffer: ByteBuffer) {
        if buffer.storageCapacity >= Self.receiveWindow { sealed = buffer }
    }

    /// Takes the connection's handshake one step further when its turn comes. One step is done for each turn of the
    /// loop, so that many peers who want one do not stall those who are served.
    func handshakeSoon(_ connection: Connection) {
        waiting.append(connection)
        guard !isScheduled else { return }
        isScheduled = true
        eventLoop.execute { self.step() }
    }

    private func step() {
        guard isScheduled else { return }
        isScheduled = false
        guard firstWaiting < waiting.count else { return }
        let connection = waiting[firstWaiting]
        firstWaiting &+= 1
        if firstWaiting == waiting.count {
            waiting.removeAll(keepingCapacity: waiting.capacity <= 1024)
            firstWaiting = 0
        } else if firstWaiting >= 256, firstWaiting &* 2 >= waiting.count {
            waiting.removeFirst(firstWaiting)
            firstWaiting = 0
        }
        connection.stepHandshake()
        guard firstWaiting < waiting.count, !isScheduled else { return }
        isScheduled = true
        if bell.ring() { return }
        // Tasks that are due run before the sockets are looked at; this one is not due yet.
        eventLoop.scheduleTask(in: Self.pause) { self.step() }
    }
}

import NIOCore

/// Gathers the bytes of one connection into whole frames, without copying large ones.
///
/// It is the channel's receive allocator. A connection that waits for a new frame reads into a buffer shared by its
/// event loop; one with a part of a frame reads into a buffer of its own that holds the part already and has room for
/// what is missing. Memory follows the bytes that arrived, not the length that was announced.
///
/// Only to be touched on the connection's event loop.
final class InboundBuffer: RecvByteBufferAllocator, @unchecked Sendable {
    /// What NIO keeps of the first buffers it is given, for good (its pool); so these are small.
    static let firstBufferSize = 512
    /// Room that a frame gets before the peer has shown that it sends what it announces.
    static let firstRoom = 16 * 1024
    /// Up to this size a peer gets the room that its largest frame so far had.
    static let largestTrustedRoom = 4 * 1024 * 1024

    private enum Source {
        case elsewhere
        case shared
        case own
    }

    private let loop: LoopState
    private var firstBuffers: Int
    private var source = Source.elsewhere
    /// Whether a buffer was given out since the channel last had something to read.
    private var gaveBuffer = false
    private var kept = ByteBuffer()
    private var largestFrame = 0
    private var lastFrame = 0

    /// - Parameter firstBuffers: how many buffers the channel keeps, its `maxMessagesPerRead`.
    init(loop: LoopState, firstBuffers: Int) {
        self.loop = loop
        self.firstBuffers = firstBuffers
    }

    /// Bytes that arrived and did not make up a frame, or may not be handled yet.
    var keptBytes: Int { kept.readableBytes }

    func nextBufferSize() -> Int? { nil }

    func record(actualReadBytes: Int) -> Bool { true }

    func buffer(allocator: ByteBufferAllocator) -> ByteBuffer {
        let isFirst = !gaveBuffer
        gaveBuffer = true
        if firstBuffers > 0 {
            firstBuffers &-= 1
            source = .elsewhere
            return allocator.buffer(capacity: Self.firstBufferSize)
        }
        if let missing = missingBytes() {
            // NIO looks for more when a buffer was filled, and drops the one for the next read when there is nothing:
            // no kept byte may be in that.
            guard isFirst else {
                source = .shared
                return loop.takeReceive()
            }
            source = .own
            return roomForRest(missing)
        }
        if kept.readableBytes == 0, lastFrame > LoopState.receiveWindow,
            let spare = loop.takeSpare(capacity: lastFrame)
        {
            source = .own
            return Self.limited(spare, to: lastFrame)
        }
        source = .shared
        return loop.takeReceive()
    }

    /// The channel has read what was there; when it reads next, there is something.
    func readCompleted() {
        gaveBuffer = false
    }

    /// The bytes to look for frames in: those kept and those just read.
    func take(_ read: ByteBuffer) -> ByteBuffer {
        switch source {
        case .own:
            return read
        case .shared where kept.readableBytes == 0:
            return read
        case .shared, .elsewhere:
            if source == .shared { loop.giveBackReceive(read) }
            source = kept.readableBytes == 0 ? .elsewhere : .own
            guard source == .own else { return read }
            var merged = takeKept()
            merged.writeImmutableBuffer(read)
            return merged
        }
    }

    /// The bytes that were kept, to look at again.
    func takeKept() -> ByteBuffer {
        source = .own
        var buffer = ByteBuffer()
        swap(&buffer, &kept)
        return buffer
    }

    /// Notes the size of a frame that arrived whole, its length included.
    func completed(frameOf size: Int) {
        lastFrame = size
        if size > largestFrame { largestFrame = size }
    }

    /// Keeps what is left of the bytes that ``take(_:)`` gave.
    func finish(_ rest: ByteBuffer) {
        switch (source, rest.readableBytes) {
        case (.own, 0): loop.giveSpare(rest)
        case (.own, _): kept = rest
        case (.shared, 0): loop.giveBackReceive(rest)
        case (.elsewhere, 0): break
        case (.shared, _):
            keepCopy(rest)
            loop.giveBackReceive(rest)
        case (.elsewhere, _): keepCopy(rest)
        }
        source = .elsewhere
    }

    /// Gives up memory that an idle connection does not need.
    func shed() {
        if kept.readableBytes == 0 { kept = ByteBuffer() }
        lastFrame = 0
    }

    private func keepCopy(_ rest: ByteBuffer) {
        let size = frameSize(of: rest) ?? 4
        kept = emptyRoom(for: size, having: rest.readableBytes)
        kept.writeImmutableBuffer(rest)
    }

    private func frameSize(of buffer: ByteBuffer) -> Int? {
        guard let length: Int32 = buffer.getInteger(at: buffer.readerIndex), length >= 0 else { return nil }
        return Int(length) &+ 4
    }

    private func missingBytes() -> Int? {
        guard kept.readableBytes > 0 else { return nil }
        guard let size = frameSize(of: kept) else { return Self.firstRoom &- kept.readableBytes }
        return size > kept.readableBytes ? size &- kept.readableBytes : nil
    }

    private func room(for size: Int, having: Int) -> Int {
        let trusted = min(largestFrame, Self.largestTrustedRoom)
        return max(having, min(size, max(Self.firstRoom, trusted, having &* 2)))
    }

    private func emptyRoom(for size: Int, having: Int) -> ByteBuffer {
        let room = room(for: size, having: having)
        return loop.takeSpare(capacity: room) ?? ByteBufferAllocator().buffer(capacity: room)
    }

    /// The kept bytes with room behind them: never more than is missing, so that the next frame begins a new buffer.
    private func roomForRest(_ missing: Int) -> ByteBuffer {
        var buffer = takeKept()
        buffer.discardReadBytes()
        let have = buffer.readableBytes
        let room = room(for: have &+ missing, having: have)
        if buffer.capacity < room || buffer.writableBytes == 0 {
            if var spare = loop.takeSpare(capacity: have &+ missing) {
                spare.writeImmutableBuffer(buffer)
                buffer = spare
            } else {
                buffer.reserveCapacity(max(room, have &+ 1))
            }
        }
        return Self.limited(buffer, to: have &+ missing)
    }

    /// The buffer with its capacity cut to `size`, when it has more.
    private static func limited(_ buffer: consuming ByteBuffer, to size: Int) -> ByteBuffer {
        guard buffer.capacity > size, buffer.readerIndex == 0, buffer.writerIndex < size else { return buffer }
        let writerIndex = buffer.writerIndex
        buffer.moveWriterIndex(to: size)
        guard var slice = buffer.getSlice(at: 0, length: size) else {
            buffer.moveWriterIndex(to: writerIndex)
            return buffer
        }
        slice.moveWriterIndex(to: writerIndex)
        return slice
    }
}

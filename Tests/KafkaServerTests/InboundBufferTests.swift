import NIOCore
import NIOEmbedded
import Testing

@testable import KafkaServer

/// Plays NIO: reads into the buffers that the connection offers, and looks where the bytes end up.
@Suite struct InboundBufferTests {
    private let loop = LoopState(eventLoop: EmbeddedEventLoop())

    /// One read of at most `data`'s bytes; returns how much room was offered and what is to be looked at.
    private func read(_ inbound: InboundBuffer, _ data: inout ByteBuffer) -> (room: Int, bytes: ByteBuffer) {
        inbound.readCompleted()
        var buffer = inbound.buffer(allocator: ByteBufferAllocator())
        let room = buffer.writableBytes
        if let part = data.readSlice(length: min(room, data.readableBytes)) { buffer.writeImmutableBuffer(part) }
        return (room, inbound.take(buffer))
    }

    private func frame(_ size: Int) -> ByteBuffer {
        var frame = ByteBuffer(integer: Int32(size - 4))
        // The period is no power of two, so that misplaced pieces show.
        let block = ByteBuffer(bytes: (0..<251).map { UInt8($0) })
        while frame.readableBytes < size {
            let missing = min(block.readableBytes, size - frame.readableBytes)
            if let part = block.getSlice(at: 0, length: missing) { frame.writeImmutableBuffer(part) }
        }
        return frame
    }

    /// Takes whole frames off the front, as the handler does.
    private func takeFrames(_ inbound: InboundBuffer, _ bytes: inout ByteBuffer) -> [ByteBuffer] {
        var frames: [ByteBuffer] = []
        while let length: Int32 = bytes.getInteger(at: bytes.readerIndex), bytes.readableBytes >= Int(length) + 4 {
            if let frame = bytes.readSlice(length: Int(length) + 4) { frames.append(frame) }
            inbound.completed(frameOf: Int(length) + 4)
        }
        return frames
    }

    @Test(arguments: [0, 1, 2])
    func aBufferThatNothingIsReadIntoTakesNoBytesWithIt(firstBuffers: Int) throws {
        let inbound = InboundBuffer(loop: loop, firstBuffers: firstBuffers)
        let sent = frame(100_000)
        var data = sent
        var frames: [ByteBuffer] = []
        while data.readableBytes > 0 {
            var (_, bytes) = read(inbound, &data)
            frames += takeFrames(inbound, &bytes)
            inbound.finish(bytes)
            // The buffer was filled, so the channel looks for more, and there is none.
            _ = inbound.buffer(allocator: ByteBufferAllocator())
        }
        #expect(frames == [sent])
    }

    @Test(arguments: [0, 1, 3])
    func framesComeOutAsTheyWentIn(firstBuffers: Int) {
        let inbound = InboundBuffer(loop: loop, firstBuffers: firstBuffers)
        let sizes = [4, 20, 600, 5, 300_000, 65_600, 65_600, 65_600, 65_600, 65_600, 2_000_000, 2_000_000, 9, 700_000]
        let sent = sizes.map(frame)
        var stream = ByteBuffer()
        for frame in sent { stream.writeImmutableBuffer(frame) }
        var received: [ByteBuffer] = []
        while stream.readableBytes > 0 {
            var (_, bytes) = read(inbound, &stream)
            received += takeFrames(inbound, &bytes)
            inbound.finish(bytes)
        }
        #expect(received == sent)
        #expect(inbound.keptBytes == 0)
    }

    @Test func anAnnouncedLengthTakesNoMemory() {
        let inbound = InboundBuffer(loop: loop, firstBuffers: 0)
        var announced = ByteBuffer(integer: Int32(100_000_000))
        announced.writeBytes([0, 0, 0])
        let (_, bytes) = read(inbound, &announced)
        inbound.finish(bytes)
        for byte in 0..<100 as Range<UInt8> {
            var next = ByteBuffer(integer: byte)
            let (room, bytes) = read(inbound, &next)
            #expect(room <= InboundBuffer.firstRoom)
            #expect(bytes.storageCapacity <= InboundBuffer.firstRoom)
            inbound.finish(bytes)
        }
    }

    @Test func roomGrowsWithTheBytesThatArrive() {
        let inbound = InboundBuffer(loop: loop, firstBuffers: 0)
        var large = frame(20_000_000)
        var most = 0.0
        while large.readableBytes > 0 {
            let sent = 20_000_000 - large.readableBytes
            let (_, bytes) = read(inbound, &large)
            if sent > 1_000_000 { most = max(most, Double(bytes.storageCapacity) / Double(sent)) }
            inbound.finish(bytes)
        }
        #expect(most <= 4.1)
    }

    @Test func theRestOfALargeFrameIsReadExactly() {
        let inbound = InboundBuffer(loop: loop, firstBuffers: 0)
        inbound.completed(frameOf: 1_000_004)
        var stream = frame(1_000_004)
        stream.writeImmutableBuffer(frame(100))
        var (room, bytes) = read(inbound, &stream)
        inbound.finish(bytes)
        (room, bytes) = read(inbound, &stream)
        #expect(room <= 1_000_004 - LoopState.receiveWindow)
        while bytes.readableBytes < 1_000_004 {
            inbound.finish(bytes)
            (_, bytes) = read(inbound, &stream)
        }
        #expect(bytes.readableBytes == 1_000_004)
    }

    @Test func connectionsWithoutAPartShareOneBuffer() {
        let one = InboundBuffer(loop: loop, firstBuffers: 0)
        let two = InboundBuffer(loop: loop, firstBuffers: 0)
        var addresses: Set<UInt> = []
        for inbound in [one, two, one, two] {
            var data = frame(100)
            var (_, bytes) = read(inbound, &data)
            addresses.insert(bytes.withUnsafeReadableBytes { UInt(bitPattern: $0.baseAddress) })
            _ = takeFrames(inbound, &bytes)
            inbound.finish(bytes)
        }
        #expect(addresses.count == 1)
    }

    @Test func aSliceThatSomeoneKeepsIsNotOverwritten() {
        let inbound = InboundBuffer(loop: loop, firstBuffers: 0)
        var first = frame(1000)
        var (_, bytes) = read(inbound, &first)
        let kept = takeFrames(inbound, &bytes)
        inbound.finish(bytes)
        var second = ByteBuffer(integer: Int32(996))
        second.writeRepeatingByte(0xee, count: 996)
        (_, bytes) = read(inbound, &second)
        inbound.finish(bytes)
        #expect(kept == [frame(1000)])
    }
}

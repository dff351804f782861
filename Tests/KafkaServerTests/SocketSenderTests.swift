import Glibc
import KafkaWire
import NIOCore
import Testing

@testable import KafkaServer

@Suite struct SocketSenderTests {
    /// Two ends of a connection, of which the first takes little at once.
    private final class SocketPair {
        let sending: Int32
        let receiving: Int32

        init(sendBuffer: Int32) throws {
            var ends: [Int32] = [-1, -1]
            let type = Int32(truncatingIfNeeded: SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue)
            try #require(socketpair(AF_UNIX, type, 0, &ends) == 0)
            (sending, receiving) = (ends[0], ends[1])
            var size = sendBuffer
            setsockopt(sending, SOL_SOCKET, SO_SNDBUF, &size, socklen_t(MemoryLayout<Int32>.size))
        }

        deinit {
            close(sending)
            close(receiving)
        }

        /// What has arrived, up to `limit` bytes.
        func received(_ limit: Int) -> [UInt8] {
            [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
                count = max(0, recv(receiving, buffer.baseAddress, limit, 0))
            }
        }
    }

    private func response(_ sizes: [Int], _ file: TemporaryFile) throws -> (ResponseBuffer, [UInt8]) {
        var buffer = ResponseBuffer()
        try buffer.writeFrame(Blob(ByteBuffer(string: "before")), version: 0, correlationId: 1, resolve: { _ in nil })
        var expected = Array(buffer.bytes.readableBytesView)
        for size in sizes {
            let start = buffer.bytes.writerIndex
            let records = RecordsResponse([.external(length: size, token: 0), .bytes(ByteBuffer(string: "end"))])
            try buffer.writeFrame(records, version: 0, correlationId: 2) { _ in file.segment(7, size) }
            let written = buffer.bytes.getBytes(at: start, length: buffer.bytes.writerIndex - start) ?? []
            guard let placed = buffer.files.last, placed.position >= start else {
                expected += written
                continue
            }
            expected += written.prefix(placed.position - start) + file.bytes[7..<7 + size]
            expected += written.dropFirst(placed.position - start)
        }
        return (buffer, expected)
    }

    @Test(arguments: [[], [100], [40_000], [32_768, 500, 200_000], [33_000, 33_000, 33_000]], [2_000, 60_000])
    func whatTheSocketDoesNotTakeIsLeft(sizes: [Int], room: Int) throws {
        let file = try TemporaryFile(size: 300_000)
        let (response, expected) = try response(sizes, file)
        var output = response
        let pair = try SocketPair(sendBuffer: Int32(room))
        let sender = SocketSender(descriptor: pair.sending)
        var arrived: [UInt8] = []
        var attempts = 0
        while arrived.count < expected.count, attempts < 10_000 {
            let before = output.byteCount
            sender.send(&output)
            #expect(output.byteCount <= before)
            while case let bytes = pair.received(3_001), !bytes.isEmpty { arrived += bytes }
            #expect(arrived.count + output.byteCount == expected.count)
            attempts += 1
        }
        #expect(arrived == expected)
        #expect(output.byteCount == 0)
        #expect(output.files.isEmpty)
    }

    @Test func aFileThatBecameShorterEndsTheSending() throws {
        let file = try TemporaryFile(size: 100_000)
        var (output, _) = try response([90_000], file)
        ftruncate(file.descriptor, 50_000)
        let pair = try SocketPair(sendBuffer: 1 << 20)
        SocketSender(descriptor: pair.sending).send(&output)
        #expect(output.byteCount > 0)
        #expect(!output.files.isEmpty)
    }

    @Test func aPeerThatIsGoneLeavesTheRestForTheChannel() throws {
        let file = try TemporaryFile(size: 100_000)
        var (output, expected) = try response([90_000], file)
        let pair = try SocketPair(sendBuffer: 1 << 20)
        shutdown(pair.sending, Int32(SHUT_WR))
        SocketSender(descriptor: pair.sending).send(&output)
        #expect(output.byteCount == expected.count)
    }
}

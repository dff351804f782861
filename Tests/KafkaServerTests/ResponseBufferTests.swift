import KafkaWire
import NIOCore
import Testing

@testable import KafkaServer

@Suite struct ResponseBufferTests {
    /// What goes out, with the files' bytes in their places.
    private func sent(_ buffer: ResponseBuffer, _ file: TemporaryFile) -> [UInt8] {
        var result: [UInt8] = []
        var bytes = buffer.bytes
        for placed in buffer.files {
            result += bytes.readBytes(length: placed.position - bytes.readerIndex) ?? []
            let start = Int(placed.segment.offset)
            result += file.bytes[start..<start + placed.segment.length]
        }
        return result + (bytes.readBytes(length: bytes.readableBytes) ?? [])
    }

    private func expected(_ correlationId: Int32, version: Int16, _ parts: [ArraySlice<UInt8>]) -> [UInt8] {
        var body = ByteBuffer()
        body.writeInteger(correlationId)
        if version >= 12 { body.writeInteger(0 as UInt8) }
        for (index, part) in parts.enumerated() {
            body.writeInteger(Int32(index))
            body.writeInteger(Int32(part.count))
            body.writeBytes(part)
        }
        return Array(ByteBuffer(integer: Int32(body.readableBytes)).readableBytesView) + Array(body.readableBytesView)
    }

    @Test(
        arguments: [
            [100], [0, 100, 0, 50], [32_768], [10, 32_768, 20], [131_072, 131_072], [140_000, 1, 2, 140_000, 3],
            [32_767, 32_767, 32_767],
        ])
    func partsOfFilesTakeTheirPlaces(sizes: [Int]) throws {
        let file = try TemporaryFile(size: 300_000)
        var buffer = ResponseBuffer()
        try buffer.writeFrame(Blob(ByteBuffer(string: "before")), version: 0, correlationId: 1, resolve: { _ in nil })
        let before = Array(buffer.bytes.readableBytesView)
        let parts = sizes.indices.map { Records.external(length: sizes[$0], token: $0) }
        try buffer.writeFrame(RecordsResponse(parts), version: 12, correlationId: 77) { token in
            file.segment(token * 1000, sizes[token])
        }
        let slices = sizes.indices.map { file.bytes[$0 * 1000..<$0 * 1000 + sizes[$0]] }
        let all = before + expected(77, version: 12, slices)
        #expect(buffer.byteCount == all.count)
        #expect(sent(buffer, file) == all)
        #expect(buffer.files.count == sizes.count { $0 >= ResponseBuffer.smallestRegion })

        var other = ResponseBuffer()
        try other.writeFrame(Blob(ByteBuffer(string: "first")), version: 0, correlationId: 2, resolve: { _ in nil })
        let first = Array(other.bytes.readableBytesView)
        other.append(buffer)
        #expect(sent(other, file) == first + all)
    }

    @Test func memoryForSmallPartsIsBounded() throws {
        let file = try TemporaryFile(size: 32_000)
        var buffer = ResponseBuffer()
        let parts = (0..<100).map { Records.external(length: 32_000, token: $0) }
        try buffer.writeFrame(RecordsResponse(parts), version: 0, correlationId: 1) { _ in file.segment(0, 32_000) }
        #expect(buffer.bytes.readableBytes < ResponseBuffer.mostReadPerAnswer + 10_000)
        #expect(sent(buffer, file) == expected(1, version: 0, parts.map { _ in file.bytes[...] }))
    }

    @Test func aFailureLeavesNothingBehind() throws {
        let file = try TemporaryFile(size: 1000)
        var buffer = ResponseBuffer()
        try buffer.writeFrame(Blob(ByteBuffer(string: "before")), version: 0, correlationId: 1, resolve: { _ in nil })
        let before = buffer.byteCount
        let parts = [Records.external(length: 140_000, token: 0), .external(length: 600, token: 1)]
        #expect(throws: ResponseError.file(errno: 0)) {
            try buffer.writeFrame(RecordsResponse(parts), version: 0, correlationId: 1) { token in
                file.segment(500, token == 0 ? 140_000 : 600)
            }
        }
        #expect(throws: ResponseError.unresolvedSegment(token: 0)) {
            try buffer.writeFrame(RecordsResponse(parts), version: 0, correlationId: 1, resolve: { _ in nil })
        }
        #expect(throws: ResponseError.unresolvedSegment(token: 0)) {
            try buffer.writeFrame(RecordsResponse(parts), version: 0, correlationId: 1) { _ in file.segment(0, 5) }
        }
        #expect(buffer.byteCount == before)
        #expect(buffer.bytes.readableBytes == before)
        #expect(buffer.files.isEmpty)
    }
}

import KafkaServer
import KafkaWire
import NIOCore
import Testing

@testable import KafkaProxy

@Suite("Taking the cluster's bytes apart")
struct AnswerReaderTests {
    /// What the reader gives for bytes that come in pieces of `step`.
    private func read(
        _ frames: [ByteBuffer], step: Int, _ expected: (Int) -> AnswerReader.Expectation
    ) throws -> (bytes: ByteBuffer, tails: [ByteBuffer], wholes: Int) {
        var reader = AnswerReader(mostWholeBytes: 1 << 20)
        var stream = ByteBuffer()
        for frame in frames { stream.writeImmutableBuffer(frame) }
        var (out, tails, wholes, answered) = (ByteBuffer(), [ByteBuffer](), 0, 0)
        while let piece = stream.readSlice(length: min(step, stream.readableBytes)), piece.readableBytes > 0 {
            reader.append(piece)
            while true {
                let next = answered < frames.count ? expected(answered) : nil
                let action = try reader.next(next)
                if action == .wait { break }
                switch action {
                case .wait: break
                case .piece(let bytes, let isLast):
                    out.writeImmutableBuffer(bytes)
                    if isLast { answered += 1 }
                case .whole(let bytes):
                    out.writeImmutableBuffer(bytes)
                    wholes += 1
                    answered += 1
                case .tail(let bytes):
                    out.writeImmutableBuffer(bytes)
                    tails.append(bytes)
                    answered += 1
                }
            }
        }
        #expect(answered == frames.count)
        #expect(!reader.isInsideFrame)
        return (out, tails, wholes)
    }

    private func frame(_ id: Int32, size: Int) -> ByteBuffer {
        var frame = ByteBuffer()
        frame.writeInteger(Int32(4 + size))
        frame.writeInteger(id)
        frame.writeRepeatingByte(UInt8(truncatingIfNeeded: id), count: size)
        return frame
    }

    @Test(
        "Tokens are given whole, empty ones as well, and none above their bound is waited for", arguments: [1, 3, 5000])
    func tokens(step: Int) throws {
        var empty = ByteBuffer()
        empty.writeInteger(Int32(0))
        var token = ByteBuffer()
        token.writeInteger(Int32(300))
        token.writeRepeatingByte(0xFF, count: 300)
        let result = try read([token, empty, frame(2, size: 5)], step: step) { index in
            .init(correlationId: index < 2 ? 0 : 2, inspection: index < 2 ? .token : .none, mayLeaveInPieces: true)
        }
        #expect(result.wholes == 2)
        #expect(result.bytes.readableBytes == 304 + 4 + 13)
        for length in [-1, TokenRelay.largestToken + 1] {
            var reader = AnswerReader(mostWholeBytes: 1 << 20)
            var bytes = ByteBuffer()
            bytes.writeInteger(length)
            reader.append(bytes)
            #expect(throws: AnswerReader.Failure.invalidLength(length)) {
                try reader.next(.init(correlationId: 0, inspection: .token, mayLeaveInPieces: true))
            }
        }
    }

    @Test(
        "Whatever the cut and the way of taking, every byte comes through in order", arguments: [1, 2, 3, 7, 64, 5000])
    func keepsBytes(step: Int) throws {
        let fetch = try SampleFetch.frame(SampleFetch.response(endpointHost: "b"), version: 17, correlationId: 2)
        let frames = [frame(0, size: 0), frame(1, size: 300), fetch, frame(3, size: 9)]
        let all = frames.reduce(into: ByteBuffer()) { $0.writeImmutableBuffer($1) }
        for pieces in [true, false] {
            let result = try read(frames, step: step) { index in
                .init(
                    correlationId: Int32(index),
                    inspection: index == 2 ? .fetchTail : index == 1 ? .whole : .none, mayLeaveInPieces: pieces)
            }
            #expect(result.bytes == all)
            // An answer to Fetch is read whole where it is there whole and names addresses.
            #expect(result.wholes == (pieces ? (step >= 5000 ? 2 : 1) : 4))
            #expect(result.tails.count == (pieces && step < 5000 ? 1 : 0))
        }
    }

    @Test("An answer to Fetch without addresses is never gathered", arguments: [1, 40, 5000])
    func passesFetch(step: Int) throws {
        let fetch = try SampleFetch.frame(SampleFetch.response(endpointHost: nil), version: 17, correlationId: 0)
        let result = try read([fetch, fetch], step: step) { _ in
            .init(correlationId: 0, inspection: .fetchTail, mayLeaveInPieces: true)
        }
        #expect(result.bytes.readableBytes == 2 * fetch.readableBytes)
        #expect(result.wholes == 0)
        #expect(result.tails.isEmpty)
    }

    @Test("Pieces of one read lie one behind the other in memory")
    func piecesAreNeighbours() throws {
        var reader = AnswerReader(mostWholeBytes: 1 << 20)
        var stream = frame(0, size: 100)
        stream.writeImmutableBuffer(frame(1, size: 200))
        reader.append(stream)
        var run = ByteBuffer()
        for id in [Int32(0), 1] {
            let expected = AnswerReader.Expectation(correlationId: id, inspection: .none, mayLeaveInPieces: true)
            guard case .piece(let piece, isLast: true) = try reader.next(expected) else {
                Issue.record("no piece")
                return
            }
            if id == 0 {
                run = piece
            } else {
                let isAbsorbed = run.absorb(piece)
                #expect(isAbsorbed)
            }
        }
        #expect(run == stream)
    }

    @Test("An answer to no request, and a length that makes no sense, are errors")
    func refuses() {
        var reader = AnswerReader(mostWholeBytes: 1000)
        reader.append(frame(5, size: 1))
        #expect(throws: AnswerReader.Failure.unexpected(correlationId: 5)) { try reader.next(nil) }
        for length in [Int32(-1), 3, 5000] {
            var reader = AnswerReader(mostWholeBytes: 1000)
            var bytes = ByteBuffer(integer: length)
            bytes.writeInteger(Int32(1))
            reader.append(bytes)
            #expect(throws: AnswerReader.Failure.invalidLength(length)) {
                try reader.next(.init(correlationId: 1, inspection: .whole, mayLeaveInPieces: true))
            }
        }
    }
}

import KafkaServer
import KafkaWire
import NIOCore

/// Takes the bytes of a connection to the cluster apart: what may leave as it comes, what has to be gathered first.
///
/// A pure value. Memory follows the bytes that arrived: an answer that nobody has to read is never gathered.
struct AnswerReader {
    /// Why nothing further can be understood.
    enum Failure: Error, Equatable {
        /// The length of a frame is negative, too small, or above what is allowed for one that is read whole.
        case invalidLength(Int32)
        /// An answer that no request asked for.
        case unexpected(correlationId: Int32)
        /// Bytes of TLS, as a broker sends them whose listener wants it.
        case tls
        /// An answer to Fetch that cannot be followed.
        case malformedFetch
    }

    /// What to do next.
    enum Action: Equatable {
        /// More bytes are needed.
        case wait
        /// The first pending request's answer: its next bytes, to be sent as they are.
        case piece(ByteBuffer, isLast: Bool)
        /// The first pending request's answer, whole with the four bytes of its length.
        case whole(ByteBuffer)
        /// The last tagged fields of an answer to Fetch, whose bytes before have been given as pieces.
        case tail(ByteBuffer)
    }

    /// How the first pending request's answer is to be taken.
    struct Expectation: Equatable {
        var correlationId: Int32
        var inspection: AnswerInspection
        /// Whether it may leave in pieces.
        var mayLeaveInPieces: Bool
        /// What its beginning is to tell, where it leaves in pieces.
        var note: ThrottleNote?
    }

    private enum State {
        case betweenFrames
        case gathering(size: Int)
        case passing(left: Int)
        case walking(FetchAnswerWalker, left: Int)
        case tail(size: Int)
    }

    /// The length of a frame and its correlation id.
    private static let headSize = 8

    /// The largest answer that is read whole, in bytes.
    let mostWholeBytes: Int
    private var state = State.betweenFrames
    private var bytes = ByteBuffer()
    private var sawFrame = false

    init(mostWholeBytes: Int) {
        self.mostWholeBytes = mostWholeBytes
    }

    /// Whether an answer has begun and is not complete.
    var isInsideFrame: Bool {
        if case .betweenFrames = state { return bytes.readableBytes > 0 }
        return true
    }

    /// The length of the answer that comes next, in bytes; nil where it is not there yet, or a part of it has been given.
    var lengthAhead: Int32? {
        guard case .betweenFrames = state, bytes.readableBytes >= Self.headSize else { return nil }
        return bytes.getInteger(at: bytes.readerIndex)
    }

    /// Lets go of the memory that the bytes lay in, as something else is read into it next.
    mutating func settle() {
        bytes = bytes.readableBytes == 0 ? ByteBuffer() : bytes.withoutSlack()
    }

    /// Adds what arrived.
    mutating func append(_ read: ByteBuffer) {
        if bytes.readableBytes == 0 {
            bytes = read
        } else {
            bytes.discardReadBytes()
            bytes.writeImmutableBuffer(read)
        }
    }

    /// What to do next; to be asked until it says to wait.
    ///
    /// - Parameter expected: what is known of the first pending request; nil where there is none.
    mutating func next(_ expected: Expectation?) throws(Failure) -> Action {
        switch state {
        case .betweenFrames: return try begin(expected)
        case .gathering(let size):
            guard let frame = bytes.readSlice(length: size) else { return .wait }
            state = .betweenFrames
            return .whole(frame)
        case .passing(let left): return pass(left)
        case .walking(let walker, let left): return try walk(walker, left)
        case .tail(let size):
            guard size > 1 || bytes.getInteger(at: bytes.readerIndex, as: UInt8.self) != 0 else {
                return pass(size)
            }
            guard let tail = bytes.readSlice(length: size) else { return .wait }
            state = .betweenFrames
            return .tail(tail)
        }
    }

    private mutating func begin(_ expected: Expectation?) throws(Failure) -> Action {
        if !sawFrame, ForeignProtocol.detect(bytes) == .tlsOnPlaintext { throw .tls }
        if expected?.inspection == .token { return try beginToken(expected) }
        guard let length: Int32 = bytes.getInteger(at: bytes.readerIndex),
            let correlationId: Int32 = bytes.getInteger(at: bytes.readerIndex &+ 4)
        else { return .wait }
        guard length >= 4 else { throw .invalidLength(length) }
        guard let expected, expected.correlationId == correlationId else {
            throw .unexpected(correlationId: correlationId)
        }
        sawFrame = true
        let size = Int(length) &+ 4
        let isHere = bytes.readableBytes >= size
        let note = expected.mayLeaveInPieces ? expected.note : nil
        if let note, bytes.readableBytes < min(size, note.reach) { return .wait }
        if expected.inspection == .none, expected.mayLeaveInPieces {
            return beginPassing(size, note)
        } else if expected.inspection == .fetchTail, expected.mayLeaveInPieces, isHere, hasEmptyTail(size) {
            return beginPassing(size, note)
        } else if expected.inspection == .fetchTail, expected.mayLeaveInPieces, !isHere {
            return try beginWalking(size, note)
        }
        guard size <= mostWholeBytes || isHere else { throw .invalidLength(length) }
        state = .gathering(size: size)
        return try next(expected)
    }

    private mutating func beginPassing(_ size: Int, _ note: ThrottleNote?) -> Action {
        guard let head = takeHead(size, note) else { return pass(size) }
        let left = size &- head.readableBytes
        state = left > 0 ? .passing(left: left) : .betweenFrames
        return .piece(head, isLast: left == 0)
    }

    private mutating func beginWalking(_ size: Int, _ note: ThrottleNote?) throws(Failure) -> Action {
        guard let head = takeHead(size, note) ?? bytes.readLeading(Self.headSize) else { return .wait }
        var walker = FetchAnswerWalker()
        var walked = head
        walked.moveReaderIndex(forwardBy: Self.headSize)
        do throws(FetchAnswerWalker.Malformed) {
            _ = try Self.walk(&walker, walked, walked.readableBytes)
        } catch {
            throw .malformedFetch
        }
        state = .walking(walker, left: size &- head.readableBytes)
        return .piece(head, isLast: false)
    }

    /// Takes the beginning of the frame off, with what it is to tell, in memory of its own: what is behind it is not
    /// copied, and stays as it came.
    private mutating func takeHead(_ size: Int, _ note: ThrottleNote?) -> ByteBuffer? {
        guard let note else { return nil }
        let here = bytes.leading(min(size, bytes.readableBytes))
        guard let index = note.index(in: here), let slice = bytes.readSlice(length: index &+ 4 &- here.readerIndex)
        else { return nil }
        var head = ByteBuffer(bytes: slice.readableBytesView)
        note.write(to: &head, at: head.writerIndex &- 4)
        return head
    }

    private mutating func beginToken(_ expected: Expectation?) throws(Failure) -> Action {
        guard let length: Int32 = bytes.getInteger(at: bytes.readerIndex) else { return .wait }
        guard length >= 0, length <= TokenRelay.largestToken else { throw .invalidLength(length) }
        sawFrame = true
        state = .gathering(size: Int(length) &+ 4)
        return try next(expected)
    }

    private mutating func pass(_ left: Int) -> Action {
        let count = min(left, bytes.readableBytes)
        guard count > 0, let piece = bytes.readLeading(count) else { return .wait }
        state = count == left ? .betweenFrames : .passing(left: left &- count)
        return .piece(piece, isLast: count == left)
    }

    private mutating func walk(_ walker: FetchAnswerWalker, _ left: Int) throws(Failure) -> Action {
        var walker = walker
        let available = min(left, bytes.readableBytes)
        guard available > 0 else { return .wait }
        let count: Int
        do throws(FetchAnswerWalker.Malformed) {
            count = try Self.walk(&walker, bytes, available)
        } catch {
            throw .malformedFetch
        }
        if walker.isAtTail {
            let size = left &- count
            guard size > 0, size <= mostWholeBytes else { throw .malformedFetch }
            state = .tail(size: size)
        } else {
            guard count < left else { throw .malformedFetch }
            state = .walking(walker, left: left &- count)
        }
        guard count > 0, let piece = bytes.readLeading(count) else { return try next(nil) }
        return .piece(piece, isLast: false)
    }

    /// Whether the answer to Fetch at the front, which is here whole, names no addresses, as nearly all do.
    private func hasEmptyTail(_ size: Int) -> Bool {
        var walker = FetchAnswerWalker()
        let body = size &- Self.headSize
        let isLast = bytes.withUnsafeReadableBytes { region -> Bool in
            guard body > 0, region.count >= size else { return false }
            let walked = try? walker.walk(UnsafeRawBufferPointer(rebasing: region[Self.headSize..<size]))
            return walked == body &- 1 && region[size &- 1] == 0
        }
        return isLast && walker.isAtTail
    }

    private static func walk(
        _ walker: inout FetchAnswerWalker, _ bytes: ByteBuffer, _ count: Int
    ) throws(FetchAnswerWalker.Malformed) -> Int {
        var moved = walker
        let result = bytes.withUnsafeReadableBytes { region in
            Result { () throws(FetchAnswerWalker.Malformed) in
                try moved.walk(UnsafeRawBufferPointer(rebasing: region[..<count]))
            }
        }
        walker = moved
        return try result.get()
    }
}

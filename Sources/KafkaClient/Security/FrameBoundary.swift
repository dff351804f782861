import NIOCore

/// Where in a stream of frames one ends and the next begins; a pure value that keeps nothing of them.
struct FrameBoundary: Sendable, Equatable {
    private static let headSize = 4

    /// Bytes left of the frame that has begun.
    private var left = 0
    private var head: UInt32 = 0
    private var headCount = 0
    /// A length made no sense: from here on nobody can tell.
    private(set) var isLost = false
    /// How many frames have ended.
    private(set) var frames: UInt64 = 0

    /// Whether the last byte was the last of a frame.
    var isBetweenFrames: Bool { left == 0 && headCount == 0 && !isLost }

    /// Goes over bytes, up to the first end of a frame where that is wanted.
    ///
    /// - Returns: how many bytes were gone over.
    mutating func advance(over bytes: ByteBuffer, stopsAtEnd: Bool) -> Int {
        let count = bytes.readableBytes
        var offset = 0
        while offset < count, !isLost {
            if left == 0 {
                offset += readHead(bytes, at: offset)
                guard headCount == Self.headSize else { continue }
                headCount = 0
                let length = Int32(bitPattern: head)
                isLost = length < 0
                left = Int(max(0, length))
            } else {
                let step = min(left, count - offset)
                left -= step
                offset += step
            }
            guard left == 0, !isLost else { continue }
            frames &+= 1
            if stopsAtEnd { return offset }
        }
        return isLost ? count : offset
    }

    private mutating func readHead(_ bytes: ByteBuffer, at offset: Int) -> Int {
        if headCount == 0, let whole: UInt32 = bytes.getInteger(at: bytes.readerIndex + offset) {
            head = whole
            headCount = Self.headSize
            return Self.headSize
        }
        guard let byte: UInt8 = bytes.getInteger(at: bytes.readerIndex + offset) else { return 0 }
        head = head << 8 | UInt32(byte)
        headCount += 1
        return 1
    }
}

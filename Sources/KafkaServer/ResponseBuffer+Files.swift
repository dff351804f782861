import Glibc
import KafkaWire
import NIOCore

extension ResponseBuffer {
    /// Gives every splice of the frame just written its file segment: small ones are read into a gap made for them,
    /// large ones are noted for sendfile.
    mutating func place(_ splices: [Splice], resolve: (Int) -> FileSegment?) throws(ResponseError) {
        var segments: [FileSegment] = []
        segments.reserveCapacity(splices.count)
        var toRead = 0
        var isRead: [Bool] = []
        for splice in splices {
            guard let segment = resolve(splice.token), segment.length == splice.length, segment.length >= 0 else {
                throw .unresolvedSegment(token: splice.token)
            }
            let reads =
                segment.length < Self.smallestRegion && toRead &+ segment.length <= Self.mostReadPerAnswer
            if reads { toRead &+= segment.length }
            segments.append(segment)
            isRead.append(reads)
        }
        let firstFile = files.count
        if toRead > 0 { bytes.reserveCapacity(minimumWritableBytes: toRead) }
        // From the last to the first, so that every byte of the frame moves once.
        var shift = toRead
        var end = bytes.writerIndex
        bytes.moveWriterIndex(to: end &+ toRead)
        for index in splices.indices.reversed() {
            let position = splices[index].position
            let segment = segments[index]
            if isRead[index] {
                move(from: position, to: end, by: shift)
                end = position
                shift &-= segment.length
                try read(segment, at: position &+ shift)
            } else if segment.length > 0 {
                add(segment, at: position &+ shift)
            }
        }
        files[firstFile...].reverse()
    }

    /// The bytes as they will be sent, those of files read; nil if a file cannot be read.
    func flattened() -> ByteBuffer? {
        var source = bytes
        var flat = ResponseBuffer(reusing: ByteBufferAllocator().buffer(capacity: byteCount))
        for file in files {
            guard let before = source.readSlice(length: file.position &- source.readerIndex) else { return nil }
            flat.bytes.writeImmutableBuffer(before)
            let start = flat.bytes.writerIndex
            flat.bytes.reserveCapacity(minimumWritableBytes: file.segment.length)
            flat.bytes.moveWriterIndex(forwardBy: file.segment.length)
            guard (try? flat.read(file.segment, at: start)) != nil else { return nil }
        }
        flat.bytes.writeImmutableBuffer(source)
        return flat.bytes
    }

    /// Waits until the files of a cold answer are in memory.
    mutating func awaitContent() {
        guard isCold else { return }
        for file in files { file.segment.awaitContent() }
        isCold = false
    }

    private mutating func move(from start: Int, to end: Int, by distance: Int) {
        guard distance > 0, end > start else { return }
        bytes.withVeryUnsafeMutableBytes { region in
            guard end &+ distance <= region.count else { return }
            let target = UnsafeMutableRawBufferPointer(rebasing: region[start &+ distance..<end &+ distance])
            target.copyMemory(from: UnsafeRawBufferPointer(rebasing: region[start..<end]))
        }
    }

    private mutating func read(_ segment: FileSegment, at position: Int) throws(ResponseError) {
        let result = bytes.withVeryUnsafeMutableBytes { region in
            guard position >= 0, position &+ segment.length <= region.count else { return EINVAL }
            var done = 0
            while done < segment.length {
                let target = UnsafeMutableRawBufferPointer(
                    rebasing: region[position &+ done..<position &+ segment.length])
                let count = pread(segment.descriptor, target.baseAddress, target.count, Int(segment.offset) &+ done)
                if count < 0 {
                    if errno == EINTR { continue }
                    return errno
                }
                if count == 0 { return 0 as Int32 }
                done &+= count
            }
            return -1
        }
        guard result == -1 else { throw .file(errno: result) }
    }
}

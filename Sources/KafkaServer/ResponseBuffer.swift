public import KafkaWire
import NIOCore

/// Answers on their way out: bytes, and runs of files that belong between them.
public struct ResponseBuffer: Sendable {
    /// A run of a file that is sent before the byte at `position` of ``bytes``.
    struct PlacedSegment: Sendable {
        var position: Int
        var segment: FileSegment
    }

    /// Segments below this size are read into the buffer: for them one write costs less than what sendfile needs
    /// besides (measured by ``SocketSender``'s way of sending: even at 16 KiB, three fifths at 64 KiB).
    static let smallestRegion = 32 * 1024
    /// How many bytes of one answer are read into the buffer at most, so that memory stays bounded.
    static let mostReadPerAnswer = 1024 * 1024

    var bytes: ByteBuffer
    var files: [PlacedSegment] = []
    /// The bytes lie in the memory of somebody else, who reads into it again once nobody holds it.
    private(set) var isBorrowed = false
    /// Those of ``files``.
    private(set) var fileBytes = 0
    /// Sending it may wait for the device, which an event loop must not.
    public var isCold = false

    /// An empty buffer.
    public init() {
        bytes = ByteBuffer()
    }

    init(reusing bytes: ByteBuffer) {
        self.bytes = bytes
    }

    init(borrowing bytes: ByteBuffer) {
        self.bytes = bytes
        isBorrowed = true
    }

    /// How many bytes will be sent, those of files included.
    public var byteCount: Int { bytes.readableBytes &+ fileBytes }

    /// Writes the frame that answers a request: length, response header and body.
    ///
    /// - Parameter version: the version to encode at, where it is not the request's: an ApiVersions request of a
    ///   version that is not served is answered at version 0 (KIP-511).
    /// - Throws: ``ResponseError``; nothing remains written then.
    public mutating func write<Message: ResponseMessage>(
        _ message: Message, for request: Request, version: Int16? = nil
    ) throws(ResponseError) {
        try writeFrame(
            message, version: version ?? request.apiVersion, correlationId: request.correlationId,
            resolve: { _ in nil })
    }

    /// Writes the frame that answers a request, with record bytes that lie in files.
    ///
    /// - Parameter resolve: finds the run of a file for a token of `Records.external`.
    /// - Throws: ``ResponseError``; nothing remains written then.
    public mutating func write<Message: ResponseMessage>(
        _ message: Message, for request: Request, version: Int16? = nil, resolve: (Int) -> FileSegment?
    ) throws(ResponseError) {
        try writeFrame(
            message, version: version ?? request.apiVersion, correlationId: request.correlationId, resolve: resolve)
    }

    /// Writes the answer and says so: ``Outcome/answered``, or a close when it could not be written.
    public mutating func answer<Message: ResponseMessage>(
        _ request: Request, _ message: Message, version: Int16? = nil
    ) -> Outcome {
        answer(request, message, version: version, resolve: { _ in nil })
    }

    /// Writes the answer with record bytes that lie in files, and says so.
    public mutating func answer<Message: ResponseMessage>(
        _ request: Request, _ message: Message, version: Int16? = nil, resolve: (Int) -> FileSegment?
    ) -> Outcome {
        do throws(ResponseError) {
            if request.replyToken.meter == nil {
                try write(message, for: request, version: version, resolve: resolve)
            } else {
                try write(request.replyToken.settled(message), for: request, version: version, resolve: resolve)
            }
            return .answered
        } catch {
            return .close(.responseNotWritten(error))
        }
    }

    /// Writes a frame: its length, correlation id, the tagged fields of a flexible header, and the body.
    @inlinable
    mutating func writeFrame<Message: ResponseMessage>(
        _ message: Message, version: Int16, correlationId: Int32, resolve: (Int) -> FileSegment?
    ) throws(ResponseError) {
        // The header of ApiVersions stays at version 0, so that a client can read it before it knows anything (KIP-511).
        let flexibleHeader = Message.apiKey.rawValue != 18 && Message.isFlexible(version)
        let start = bytesWriterIndex
        let written: WrittenMessage
        do throws(WireError) {
            written = try encode { (writer: inout WireWriter) throws(WireError) in
                writer.writeInt32(0)
                writer.writeInt32(correlationId)
                if flexibleHeader { writer.writeUnsignedVarint(0) }
                try message.write(to: &writer, version: version)
            }
        } catch {
            throw .encoding(error)
        }
        try finishFrame(written, from: start, resolve: resolve)
    }

    @usableFromInline
    var bytesWriterIndex: Int { bytes.writerIndex }

    @usableFromInline
    mutating func encode(_ body: (inout WireWriter) throws(WireError) -> Void) throws(WireError) -> WrittenMessage {
        try bytes.write(capacityHint: 256, body)
    }

    @usableFromInline
    mutating func finishFrame(
        _ written: WrittenMessage, from start: Int, resolve: (Int) -> FileSegment?
    ) throws(ResponseError) {
        let length = written.byteCount &- 4 &+ written.externalBytes
        guard length <= Int(Int32.max) else {
            truncate(to: start)
            throw .tooLarge
        }
        bytes.setInteger(Int32(truncatingIfNeeded: length), at: start)
        guard !written.splices.isEmpty else { return }
        do throws(ResponseError) {
            try place(written.splices, resolve: resolve)
        } catch {
            truncate(to: start)
            throw error
        }
    }

    /// Forgets what was written behind an index of ``bytes``.
    mutating func truncate(to writerIndex: Int) {
        while let last = files.last, last.position >= writerIndex {
            fileBytes &-= last.segment.length
            files.removeLast()
        }
        bytes.moveWriterIndex(to: writerIndex)
    }

    /// Puts another buffer's content behind this one's.
    mutating func append(_ other: ResponseBuffer) {
        if byteCount == 0 {
            self = other
            return
        }
        isCold = isCold || other.isCold
        let shift = bytes.writerIndex &- other.bytes.readerIndex
        bytes.writeImmutableBuffer(other.bytes)
        for file in other.files {
            files.append(PlacedSegment(position: file.position &+ shift, segment: file.segment))
        }
        fileBytes &+= other.fileBytes
    }

    /// The same in memory of its own, if it is a small part of what somebody else has read.
    func withoutSlack() -> ResponseBuffer {
        isBorrowed && files.isEmpty ? ResponseBuffer(borrowing: bytes.withoutSlack()) : self
    }

    /// Takes bytes that have been sent off the first file; all of them, and it is forgotten.
    mutating func fileSent(_ count: Int) {
        guard count > 0, let segment = files.first?.segment else { return }
        fileBytes &-= min(count, segment.length)
        if count >= segment.length {
            files.removeFirst()
        } else {
            files[0].segment = FileSegment(
                owner: segment.owner, descriptor: segment.descriptor, offset: segment.offset &+ Int64(count),
                length: segment.length &- count)
        }
    }

    mutating func add(_ segment: FileSegment, at position: Int) {
        files.append(PlacedSegment(position: position, segment: segment))
        fileBytes &+= segment.length
    }
}

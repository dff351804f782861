public import NIOCore

extension ByteBuffer {
    /// Runs a reader over the readable bytes. The buffer's reader index does not move.
    @inlinable
    public func withWireReader<Result>(
        _ body: (inout WireReader) throws(WireError) -> Result
    ) throws(WireError) -> Result {
        try withUnsafeReadableBytes { (bytes: UnsafeRawBufferPointer) throws(WireError) -> Result in
            var reader = WireReader(bytes: bytes, source: self)
            return try body(&reader)
        }
    }

    /// Decodes the message that the readable bytes begin with. Bytes after it are ignored, as Kafka does.
    @inlinable
    public func decodeMessage<M: WireMessage>(
        _: M.Type = M.self, version: Int16
    ) throws(WireError) -> M {
        try withWireReader { (reader: inout WireReader) throws(WireError) -> M in
            try M(from: &reader, version: version)
        }
    }

    /// Decodes the message that the readable bytes begin with and moves the reader index behind it.
    @inlinable
    public mutating func readMessage<M: WireMessage>(
        _: M.Type = M.self, version: Int16
    ) throws(WireError) -> M {
        var length = 0
        let message = try withWireReader { (reader: inout WireReader) throws(WireError) -> M in
            let message = try M(from: &reader, version: version)
            length = reader.position
            return message
        }
        moveReaderIndex(forwardBy: length)
        return message
    }

    /// Encodes a message at the writer index, without a length before it.
    ///
    /// - Parameter capacityHint: how many bytes to have room for at first; a guess that is too low costs encoding twice.
    /// - Returns: how many bytes were written, and the places where external records belong.
    @inlinable
    @discardableResult
    public mutating func writeMessage<M: WireMessage>(
        _ message: M, version: Int16, capacityHint: Int = 256
    ) throws(WireError) -> WrittenMessage {
        try write(capacityHint: capacityHint) { (writer: inout WireWriter) throws(WireError) in
            try message.write(to: &writer, version: version)
        }
    }

    /// Encodes a frame at the writer index: its length, which counts external records as well, header and body.
    @inlinable
    @discardableResult
    public mutating func writeFrame<Header: WireMessage, Body: WireMessage>(
        header: Header, headerVersion: Int16, body: Body, version: Int16, capacityHint: Int = 256
    ) throws(WireError) -> WrittenMessage {
        try write(capacityHint: capacityHint) { (writer: inout WireWriter) throws(WireError) in
            writer.writeInt32(0)
            try header.write(to: &writer, version: headerVersion)
            try body.write(to: &writer, version: version)
            try writer.closeFrame()
        }
    }

    /// Runs a writer at the writer index, a second time with enough room if the first try did not fit.
    /// On an error the buffer's readable bytes are as before.
    @inlinable
    @discardableResult
    public mutating func write(
        capacityHint: Int, _ body: (inout WireWriter) throws(WireError) -> Void
    ) throws(WireError) -> WrittenMessage {
        var result = WrittenMessage(byteCount: 0, splices: [], externalBytes: 0)
        var room = max(capacityHint, 16)
        let start = writerIndex
        repeat {
            let written = try writeWithUnsafeMutableBytes(minimumWritableBytes: room) {
                (region: UnsafeMutableRawBufferPointer) throws(WireError) -> Int in
                var writer = WireWriter(region: region)
                try body(&writer)
                result = writer.result(startingAt: start)
                return writer.fits ? result.byteCount : 0
            }
            if written == result.byteCount { break }
            guard result.byteCount <= Int(Int32.max) else { throw .tooLong(result.byteCount) }
            room = result.byteCount
        } while true
        return result
    }
}

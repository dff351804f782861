import Glibc
public import NIOCore

/// Sends answers on the socket itself, as far as it takes them at once; the channel gets only what is left.
///
/// Measured on fetches of one 64 KiB batch: the head announced with MSG_MORE and the records by sendfile cost three
/// fifths of reading them into the buffer, and a third less than NIO's file regions, which leave as packets of their
/// own. Only to be used on the connection's event loop, while the channel is active and holds nothing back itself.
public struct SocketSender {
    /// What is withheld of the last run of a file, to leave in one packet with the few bytes behind it: sendfile
    /// cannot be told that more will follow.
    static let withheld = 1024

    private static let more = Int32(truncatingIfNeeded: MSG_MORE)
    private static let noSignal = Int32(truncatingIfNeeded: MSG_NOSIGNAL)

    let descriptor: Int32

    /// Nil for a channel without a socket.
    public init?(_ context: ChannelHandlerContext) {
        let operations = context.pipeline.syncOperations
        guard let handle = try? operations.withUnsafeTransportIfAvailable(of: NIOBSDSocket.Handle.self, { $0 }) else {
            return nil
        }
        descriptor = handle
    }

    init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    /// Sends from the front of the output what the socket takes. An error leaves the rest as it is: the channel, which
    /// is given it, meets the same error and closes.
    func send(_ output: inout ResponseBuffer) {
        while let file = output.files.first {
            let before = file.position &- output.bytes.readerIndex
            guard send(&output.bytes, count: before, flags: Self.more) else { return }
            let tail = output.bytes.readableBytes
            let isLast = output.files.count == 1 && tail > 0 && tail <= Self.withheld
            let kept = isLast ? min(Self.withheld, file.segment.length) : 0
            guard sendFile(&output, count: file.segment.length &- kept) else { return }
            if kept > 0, !sendEnd(&output) { return }
        }
        _ = send(&output.bytes, count: output.bytes.readableBytes, flags: 0)
    }

    /// Sends from the front of the bytes what the socket takes; what is left is for the channel.
    public func send(_ bytes: inout ByteBuffer) {
        _ = send(&bytes, count: bytes.readableBytes, flags: 0)
    }

    /// False when the socket did not take all of it.
    private func send(_ bytes: inout ByteBuffer, count: Int, flags: Int32) -> Bool {
        var left = count
        while left > 0 {
            let sent = bytes.withUnsafeReadableBytes { region in
                Glibc.send(descriptor, region.baseAddress, min(left, region.count), Self.noSignal | flags)
            }
            if sent > 0 {
                bytes.moveReaderIndex(forwardBy: sent)
                left &-= sent
            } else if errno != EINTR {
                return false
            }
        }
        return true
    }

    /// Sends `count` bytes of the first file. False when the socket did not take all of them.
    private func sendFile(_ output: inout ResponseBuffer, count: Int) -> Bool {
        guard let segment = output.files.first?.segment else { return true }
        var position = Int(segment.offset)
        let end = position &+ count
        defer { output.fileSent(position &- Int(segment.offset)) }
        while position < end {
            let sent = sendfile(descriptor, segment.descriptor, &position, end &- position)
            // None at all: the file is shorter than it was, which the channel reports.
            if sent == 0 || sent < 0 && errno != EINTR { return false }
        }
        return true
    }

    /// Sends the rest of the last file together with the bytes behind it. False when the socket did not take all.
    private func sendEnd(_ output: inout ResponseBuffer) -> Bool {
        guard let segment = output.files.first?.segment else { return true }
        let tail = output.bytes.readableBytes
        let sent = withUnsafeTemporaryAllocation(byteCount: segment.length &+ tail, alignment: 1) { region in
            guard pread(segment.descriptor, region.baseAddress, segment.length, Int(segment.offset)) == segment.length
            else { return -1 }
            let behind = UnsafeMutableRawBufferPointer(rebasing: region[segment.length...])
            output.bytes.withUnsafeReadableBytes { behind.copyMemory(from: $0) }
            return Glibc.send(descriptor, region.baseAddress, region.count, Self.noSignal)
        }
        guard sent > 0 else { return false }
        let ofFile = min(sent, segment.length)
        output.fileSent(ofFile)
        output.bytes.moveReaderIndex(forwardBy: min(sent &- ofFile, tail))
        return sent == segment.length &+ tail
    }
}

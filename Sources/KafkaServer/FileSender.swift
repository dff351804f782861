import NIOCore

/// Sends answers that contain runs of files.
enum FileSender {
    /// Writes the pieces in order and flushes them; the promise is done when all have left or cannot.
    static func write(_ output: ResponseBuffer, to context: ChannelHandlerContext, promise: EventLoopPromise<Void>) {
        var bytes = output.bytes
        for file in output.files {
            if let before = bytes.readSlice(length: file.position &- bytes.readerIndex), before.readableBytes > 0 {
                context.write(NIOAny(IOData.byteBuffer(before)), promise: nil)
            }
            write(file.segment, to: context)
        }
        // Also when it is empty: it carries the promise.
        context.write(NIOAny(IOData.byteBuffer(bytes)), promise: promise)
        context.flush()
    }

    /// The handle is of this write only: NIO refuses a handle that two channels use at once. The descriptor stays the
    /// owner's, which lives until the write is done.
    private static func write(_ segment: FileSegment, to context: ChannelHandlerContext) {
        let handle = NIOFileHandle(_deprecatedTakingOwnershipOfDescriptor: segment.descriptor)
        let start = Int(segment.offset)
        let region = FileRegion(fileHandle: handle, readerIndex: start, endIndex: start &+ segment.length)
        let promise = context.eventLoop.makePromise(of: Void.self)
        let owner = segment.owner
        promise.futureResult.whenComplete { _ in
            _ = try? handle.takeDescriptorOwnership()
            withExtendedLifetime(owner) {}
        }
        context.write(NIOAny(IOData.fileRegion(region)), promise: promise)
    }
}

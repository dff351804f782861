import NIOCore

/// Makes the frames of an output whole for those who look on.
enum TappedOutput {
    /// Calls `each` with every frame of the output, without its length, files read into it. An output always holds whole
    /// frames. Stops where a file cannot be read: the sender meets the same and closes.
    static func frames(of output: ResponseBuffer, each: (ByteBuffer) -> Void) {
        guard var bytes = output.flattened() else { return }
        while let length: Int32 = bytes.readInteger(), let frame = bytes.readSlice(length: max(0, Int(length))) {
            each(frame)
        }
    }
}

/// What writing a message or frame came to.
public struct WrittenMessage: Sendable, Equatable {
    /// How many bytes went into the buffer.
    public var byteCount: Int
    /// Where in the buffer bytes from elsewhere belong, in ascending order of positions.
    public var splices: [Splice]
    /// How many bytes the splices add.
    public var externalBytes: Int

    @usableFromInline
    init(byteCount: Int, splices: [Splice], externalBytes: Int) {
        self.byteCount = byteCount
        self.splices = splices
        self.externalBytes = externalBytes
    }
}

extension WireWriter {
    @usableFromInline
    func result(startingAt start: Int) -> WrittenMessage {
        var splices = splices
        for index in splices.indices {
            splices[index].position &+= start
        }
        return WrittenMessage(byteCount: offset, splices: splices, externalBytes: externalBytes)
    }

    /// Puts the length of a frame that began with the writer into its first four bytes.
    @usableFromInline
    mutating func closeFrame() throws(WireError) {
        let length = offset &- 4 &+ externalBytes
        guard length <= Int(Int32.max) else { throw .tooLong(length) }
        patchInt32(Int32(truncatingIfNeeded: length), at: 0)
    }
}

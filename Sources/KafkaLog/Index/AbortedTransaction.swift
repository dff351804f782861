/// An entry of `.txnindex`, and what a read-committed fetch is told: a producer's records between two offsets
/// belong to an aborted transaction.
public struct AbortedTransaction: IndexEntry, Hashable {
    static var size: Int { 34 }

    public var producerId: Int64
    /// Offset of the transaction's first record.
    public var firstOffset: Int64
    /// Offset of its abort marker.
    public var lastOffset: Int64
    /// First offset still undecided when the marker was written.
    public var lastStableOffset: Int64

    init(producerId: Int64, firstOffset: Int64, lastOffset: Int64, lastStableOffset: Int64) {
        self.producerId = producerId
        self.firstOffset = firstOffset
        self.lastOffset = lastOffset
        self.lastStableOffset = lastStableOffset
    }

    init(loading bytes: UnsafeRawBufferPointer) {
        producerId = bytes.bigEndian(at: 2)
        firstOffset = bytes.bigEndian(at: 10)
        lastOffset = bytes.bigEndian(at: 18)
        lastStableOffset = bytes.bigEndian(at: 26)
    }

    func store(into bytes: UnsafeMutableRawBufferPointer) {
        bytes.storeBigEndian(Int16(0), at: 0)
        bytes.storeBigEndian(producerId, at: 2)
        bytes.storeBigEndian(firstOffset, at: 10)
        bytes.storeBigEndian(lastOffset, at: 18)
        bytes.storeBigEndian(lastStableOffset, at: 26)
    }

    /// The file is never allocated ahead.
    var isZero: Bool { false }
}

extension WireReader {
    /// The length of a string: two bytes, or a varint of the length plus one. Nil is null.
    mutating func readStringLength(flexible: Bool) throws(WireError) -> Int? {
        let length = flexible ? try readCompactLength() : Int(try readInt16())
        guard length <= Int(Int16.max) else { throw .stringTooLong(length) }
        return try check(length)
    }

    /// The length of bytes or records: four bytes, or a varint of the length plus one. Nil is null.
    mutating func readBytesLength(flexible: Bool) throws(WireError) -> Int? {
        try check(flexible ? try readCompactLength() : Int(try readInt32()))
    }

    /// The number of elements of an array, held against what is left of the bytes and of the memory budget
    /// before anybody reserves room for them. Nil is null.
    ///
    /// `minimumSize` is the least number of bytes that an element takes on the wire, `stride` what it takes in memory.
    /// Elements that may take no bytes at all are held by the budget alone.
    @usableFromInline
    mutating func readCount(flexible: Bool, minimumSize: Int, stride: Int) throws(WireError) -> Int? {
        let count = flexible ? try readCompactLength() : Int(try readInt32())
        guard count > 0 else {
            if count == 0 { return 0 }
            if count == -1 { return nil }
            throw .negativeLength(count)
        }
        guard count &* minimumSize <= remaining else {
            throw .lengthExceedsRemaining(length: count, remaining: remaining)
        }
        try spend(count &* max(stride, 1) &+ 32)
        return count
    }

    /// Takes memory off the budget.
    mutating func spend(_ bytes: Int) throws(WireError) {
        memoryBudget &-= bytes
        guard memoryBudget >= 0 else { throw .memoryBudgetExceeded }
    }

    /// The value of a length varint less one, so -1 is null; up to 4,294,967,294.
    @inline(__always)
    private mutating func readCompactLength() throws(WireError) -> Int {
        Int(try readUnsignedVarint()) &- 1
    }

    private func check(_ length: Int) throws(WireError) -> Int? {
        guard length >= 0 else {
            if length == -1 { return nil }
            throw .negativeLength(length)
        }
        guard length <= remaining else { throw .lengthExceedsRemaining(length: length, remaining: remaining) }
        return length
    }
}

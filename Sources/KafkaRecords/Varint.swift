/// How long zigzag varints are.
enum Varint {
    static func size(_ value: Int32) -> Int {
        size(unsigned: UInt64(UInt32(bitPattern: (value << 1) ^ (value >> 31))))
    }

    static func size(_ value: Int64) -> Int {
        size(unsigned: UInt64(bitPattern: (value << 1) ^ (value >> 63)))
    }

    private static func size(unsigned value: UInt64) -> Int {
        // Seven bits a byte, and one byte for zero.
        max(1, (64 - value.leadingZeroBitCount + 6) / 7)
    }
}

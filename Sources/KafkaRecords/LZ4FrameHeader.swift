/// The header of an LZ4 frame, as far as its checksum needs it.
enum LZ4FrameHeader {
    private static let magic: [UInt8] = [0x04, 0x22, 0x4d, 0x18]
    private static let contentSizeFlag: UInt8 = 0x08
    private static let dictionaryFlag: UInt8 = 0x01

    /// The header of a frame with its checksum byte set right; nil when the bytes are no LZ4 frame.
    static func repaired(_ frame: UnsafeRawBufferPointer) -> [UInt8]? {
        guard frame.count >= 7, frame.prefix(4).elementsEqual(magic) else { return nil }
        let flags = frame[4]
        // Flags and block descriptor, then what the flags announce.
        let descriptorSize = 2 + (flags & contentSizeFlag == 0 ? 0 : 8) + (flags & dictionaryFlag == 0 ? 0 : 4)
        guard frame.count > 4 + descriptorSize else { return nil }
        var header = [UInt8](frame.prefix(4 + descriptorSize))
        header.append(UInt8(truncatingIfNeeded: shortXXH32(header.dropFirst(4)) >> 8))
        return header
    }

    /// xxHash-32 with seed 0 of fewer than 16 bytes, which is all that a frame's descriptor can have.
    static func shortXXH32(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        let prime1: UInt32 = 0x9e37_79b1
        let prime2: UInt32 = 0x85eb_ca77
        let prime3: UInt32 = 0xc2b2_ae3d
        let prime4: UInt32 = 0x27d4_eb2f
        let prime5: UInt32 = 0x1656_67b1
        var hash = prime5 &+ UInt32(truncatingIfNeeded: bytes.count)
        var rest = bytes
        while rest.count >= 4 {
            let word = rest.prefix(4).reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
            hash = rotate(hash &+ word &* prime3, by: 17) &* prime4
            rest = rest.dropFirst(4)
        }
        for byte in rest {
            hash = rotate(hash &+ UInt32(byte) &* prime5, by: 11) &* prime1
        }
        hash = (hash ^ (hash >> 15)) &* prime2
        hash = (hash ^ (hash >> 13)) &* prime3
        return hash ^ (hash >> 16)
    }

    private static func rotate(_ value: UInt32, by bits: UInt32) -> UInt32 {
        value << bits | value >> (32 - bits)
    }
}

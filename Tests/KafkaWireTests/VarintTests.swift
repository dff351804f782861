import KafkaWire
import Testing

@Suite struct VarintTests {
    @Test(
        arguments: [
            (0, [0x00]), (1, [0x01]), (127, [0x7F]), (128, [0x80, 0x01]), (300, [0xAC, 0x02]), (16383, [0xFF, 0x7F]),
            (16384, [0x80, 0x80, 0x01]), (2_097_152, [0x80, 0x80, 0x80, 0x01]), (.max, [0xFF, 0xFF, 0xFF, 0xFF, 0x0F]),
        ] as [(UInt32, [UInt8])])
    func unsigned(value: UInt32, bytes: [UInt8]) throws {
        #expect(try written { writer in writer.writeUnsignedVarint(value) } == bytes)
        #expect(try read(bytes) { reader throws(WireError) in try reader.readUnsignedVarint() } == value)
        #expect(WireWriter.sizeOfUnsignedVarint(value) == bytes.count)
    }

    @Test(
        arguments: [
            (0, [0x00]), (-1, [0x01]), (1, [0x02]), (-2, [0x03]), (63, [0x7E]), (-64, [0x7F]), (64, [0x80, 0x01]),
            (.max, [0xFE, 0xFF, 0xFF, 0xFF, 0x0F]), (.min, [0xFF, 0xFF, 0xFF, 0xFF, 0x0F]),
        ] as [(Int32, [UInt8])])
    func zigzag32(value: Int32, bytes: [UInt8]) throws {
        #expect(try written { writer in writer.writeVarint(value) } == bytes)
        #expect(try read(bytes) { reader throws(WireError) in try reader.readVarint() } == value)
    }

    @Test(
        arguments: [
            (0, [0x00]), (-1, [0x01]), (1 << 33, [0x80, 0x80, 0x80, 0x80, 0x40]),
            (.max, [0xFE, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01]),
            (.min, [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01]),
        ] as [(Int64, [UInt8])])
    func zigzag64(value: Int64, bytes: [UInt8]) throws {
        #expect(try written { writer in writer.writeVarlong(value) } == bytes)
        #expect(try read(bytes) { reader throws(WireError) in try reader.readVarlong() } == value)
    }

    @Test func withoutEndItIsAnError() {
        let endless = [UInt8](repeating: 0x80, count: 20)
        #expect(throws: WireError.varintTooLong) {
            try read(endless) { reader throws(WireError) in try reader.readUnsignedVarint() }
        }
        #expect(throws: WireError.varintTooLong) {
            try read(endless) { reader throws(WireError) in try reader.readVarlong() }
        }
        #expect(throws: WireError.truncated(needed: 1, available: 0)) {
            try read([0x80, 0x80]) { reader throws(WireError) in try reader.readUnsignedVarint() }
        }
    }
}

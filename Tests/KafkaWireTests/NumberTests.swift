import KafkaWire
import Testing

/// Numbers at the edges of their types travel bit for bit.
@Suite struct NumberTests {
    @Test(
        arguments: [
            0x8000_0000_0000_0000, 0x0000_0000_0000_0001, 0x7FF0_0000_0000_0000, 0xFFF0_0000_0000_0000,
            0x7FF8_0000_0000_0000, 0x7FF0_0000_0000_0001, 0xFFFF_FFFF_FFFF_FFFF, 0x3FB9_9999_9999_999A,
        ] as [UInt64])
    func floatsKeepEveryBit(_ bits: UInt64) throws {
        let bytes = try written { writer throws(WireError) in writer.writeFloat64(Double(bitPattern: bits)) }
        #expect(bytes == (0..<8).map { UInt8(truncatingIfNeeded: bits >> UInt64(56 - 8 * $0)) })
        let back = try read(bytes) { reader throws(WireError) in try reader.readFloat64() }
        #expect(back.bitPattern == bits)
    }

    @Test func unsignedNumbersUseTheirHighestBit() throws {
        let bytes = try written { writer throws(WireError) in
            writer.writeUInt16(.max)
            writer.writeUInt32(0x8000_0001)
        }
        #expect(bytes == [0xFF, 0xFF, 0x80, 0, 0, 1])
        try read(bytes) { reader throws(WireError) in
            #expect(try reader.readUInt16() == .max)
            #expect(try reader.readUInt32() == 0x8000_0001)
        }
    }
}

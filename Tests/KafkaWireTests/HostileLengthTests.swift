import KafkaWire
import NIOCore
import Testing

/// Lengths and counts that no honest peer sends are errors before any memory is taken for them.
@Suite struct HostileLengthTests {
    @Test(
        arguments: [
            ([0x7F, 0xFF, 0xFF, 0xFF, 1, 2], false), ([0xFF, 0xFF, 0xFF, 0xFF, 0x0F, 1, 2], true),
        ] as [([UInt8], Bool)])
    func twoGigabytes(bytes: [UInt8], flexible: Bool) {
        expectFailure { reader throws(WireError) in _ = try reader.readBytes(flexible: flexible) }
        expectFailure { reader throws(WireError) in _ = try reader.readNullableRecords(flexible: flexible) }
        expectFailure { reader throws(WireError) in _ = try reader.readArray(of: Int32.self, flexible: flexible) }
        expectFailure { reader throws(WireError) in
            let _: [Sample.Item] = try reader.readStructs(version: 0, minimumSize: 4, flexible: flexible)
        }
        // Elements that may be empty are held by the memory that they would take.
        expectFailure { reader throws(WireError) in
            let _: [Sample.Item] = try reader.readStructs(version: 0, minimumSize: 0, flexible: flexible)
        }

        func expectFailure(_ body: (inout WireReader) throws(WireError) -> Void) {
            #expect(throws: WireError.self) { try read(bytes, body) }
        }
    }

    @Test func negativeLengths() {
        #expect(throws: WireError.negativeLength(-2)) {
            try read([0xFF, 0xFE]) { reader throws(WireError) in try reader.readNullableString(flexible: false) }
        }
        #expect(throws: WireError.negativeLength(-2)) {
            try read([0xFF, 0xFF, 0xFF, 0xFE]) { reader throws(WireError) in
                try reader.readNullableBytes(flexible: false)
            }
        }
        #expect(throws: WireError.negativeLength(Int(Int32.min))) {
            try read([0x80, 0, 0, 0]) { reader throws(WireError) in
                try reader.readNullableArray(of: Int64.self, flexible: false)
            }
        }
        #expect(throws: WireError.negativeLength(-5)) {
            try read([1, 2]) { reader throws(WireError) in try reader.readSlice(-5) }
        }
    }

    @Test func nullWhereNoneIsAllowed() throws {
        for flexible in [true, false] {
            let short: [UInt8] = flexible ? [0] : [0xFF, 0xFF]
            let long: [UInt8] = flexible ? [0] : [0xFF, 0xFF, 0xFF, 0xFF]
            #expect(throws: WireError.nullNotAllowed) {
                try read(short) { reader throws(WireError) in try reader.readString(flexible: flexible) }
            }
            #expect(throws: WireError.nullNotAllowed) {
                try read(short) { reader throws(WireError) in
                    try reader.readNullableString(flexible: flexible, nullable: false)
                }
            }
            #expect(throws: WireError.nullNotAllowed) {
                try read(long) { reader throws(WireError) in try reader.readBytes(flexible: flexible) }
            }
            #expect(throws: WireError.nullNotAllowed) {
                try read(long) { reader throws(WireError) in try reader.readArray(of: Uuid.self, flexible: flexible) }
            }
            #expect(
                try read(long) { reader throws(WireError) in try reader.readNullableBytes(flexible: flexible) } == nil)
            #expect(throws: WireError.nullNotAllowed) {
                try written { writer throws(WireError) in
                    try writer.writeNullableString(nil, flexible: flexible, nullable: false)
                }
            }
            #expect(throws: WireError.nullNotAllowed) {
                try written { writer throws(WireError) in
                    try writer.writeNullableArray(nil as [Int32]?, flexible: flexible, nullable: false)
                }
            }
        }
    }

    @Test func arraysOfArraysOfNothingEndAtTheMemoryBudget() {
        // Each inner array costs memory of its own though its elements take no bytes.
        let bytes: [UInt8] = [0x00, 0x20, 0x00, 0x00]
        #expect(throws: WireError.memoryBudgetExceeded) {
            try read(bytes) { reader throws(WireError) in
                let _: [Wide] = try reader.readStructs(version: 0, minimumSize: 0, flexible: false)
            }
        }
    }

    @Test(arguments: [0, 1, 6, 7, 8, 9, 15, 16, 17, 40])
    func textMustBeUTF8(length: Int) throws {
        // The bad byte at each place of texts around the sizes that are looked at in words.
        for place in 0..<length {
            var text = [UInt8](repeating: 0x61, count: length)
            text[place] = 0xC3
            #expect(throws: WireError.invalidUTF8) {
                try read([0, UInt8(length)] + text) { reader throws(WireError) in try reader.readString(flexible: false)
                }
            }
        }
        let good = Array((String(repeating: "a", count: length) + "é🐦").utf8)
        let string = try read([0, UInt8(good.count)] + good) { reader throws(WireError) in
            try reader.readString(flexible: false)
        }
        #expect(Array(string.utf8) == good)
    }

    @Test func stringsEndAtTheLengthThatKafkaAllows() throws {
        let longest = String(repeating: "x", count: 32_767)
        for flexible in [true, false] {
            let bytes = try written { writer throws(WireError) in try writer.writeString(longest, flexible: flexible) }
            #expect(
                try read(bytes) { reader throws(WireError) in try reader.readString(flexible: flexible) } == longest)
            #expect(throws: WireError.stringTooLong(32_768)) {
                try written { writer throws(WireError) in try writer.writeString(longest + "y", flexible: flexible) }
            }
        }
        let tooLong: [UInt8] = [0x81, 0x80, 0x02] + [UInt8](repeating: 0x78, count: 32_768)
        #expect(throws: WireError.stringTooLong(32_768)) {
            try read(tooLong) { reader throws(WireError) in try reader.readString(flexible: true) }
        }
    }

    /// Takes no bytes and 64 of memory.
    private struct Wide: WireStruct {
        var words: (Int64, Int64, Int64, Int64, Int64, Int64, Int64, Int64) = (0, 0, 0, 0, 0, 0, 0, 0)

        init(from reader: inout WireReader, version: Int16) throws(WireError) {}
        func write(to writer: inout WireWriter, version: Int16) throws(WireError) {}
    }
}

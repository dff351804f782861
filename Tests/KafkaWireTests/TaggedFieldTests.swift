import KafkaWire
import NIOCore
import Testing

@Suite struct TaggedFieldTests {
    /// A sample at version 1 with an empty name, no items, null records and these tagged fields.
    private func message(tagged bytes: [UInt8]) -> ByteBuffer {
        buffer([0x01, 0x01, 0x00] + bytes)
    }

    @Test func unknownFieldsComeBackAmongTheKnownOnes() throws {
        // Tags 0, 2 (known), 3 and 300.
        let tagged: [UInt8] = [4, 0, 2, 0xAA, 0xBB, 2, 3, 3, 0x68, 0x69, 3, 0, 0xAC, 0x02, 1, 0xCC]
        let whole = message(tagged: tagged + [])
        // The known value is a compact string: its length plus one is 3.
        let sample = try whole.decodeMessage(Sample.self, version: 1)
        #expect(sample.note == "hi")
        #expect(sample.unknown.fields.map(\.tag) == [0, 3, 300])
        #expect(sample.unknown[0] == buffer([0xAA, 0xBB]) && sample.unknown[3] == buffer([]))
        var again = ByteBuffer()
        try again.writeMessage(sample, version: 1)
        #expect(again == whole)
    }

    @Test func tagsMustAscend() {
        #expect(throws: WireError.tagOutOfOrder(4)) {
            try message(tagged: [2, 5, 0, 4, 0]).decodeMessage(Sample.self, version: 1)
        }
        #expect(throws: WireError.tagOutOfOrder(5)) {
            try message(tagged: [2, 5, 0, 5, 0]).decodeMessage(Sample.self, version: 1)
        }
    }

    @Test func aKnownFieldMustFillItsSize() {
        #expect(throws: WireError.tagSizeMismatch(tag: 2)) {
            try message(tagged: [1, 2, 4, 3, 0x68, 0x69, 0x00]).decodeMessage(Sample.self, version: 1)
        }
        #expect(throws: WireError.tagSizeMismatch(tag: 2)) {
            try message(tagged: [1, 2, 2, 3, 0x68, 0x69]).decodeMessage(Sample.self, version: 1)
        }
    }

    @Test func aSizeBeyondTheEndIsAnError() {
        #expect(throws: WireError.lengthExceedsRemaining(length: 9, remaining: 1)) {
            try message(tagged: [1, 7, 9, 0]).decodeMessage(Sample.self, version: 1)
        }
        #expect(throws: WireError.self) {
            try message(tagged: [0xFF, 0xFF, 0xFF, 0xFF, 0x0F]).decodeMessage(Sample.self, version: 1)
        }
    }

    @Test func anUnknownFieldMustNotTakeTheTagOfAKnownOne() throws {
        var sample = Sample()
        sample.unknown.set(tag: 2, data: buffer([1]))
        var bytes = ByteBuffer()
        // Alone it is what a reader of another version left.
        try bytes.writeMessage(sample, version: 1)
        sample.note = "hi"
        bytes.clear()
        #expect(throws: WireError.tagOutOfOrder(2)) { try bytes.writeMessage(sample, version: 1) }
        sample.unknown = UnknownTaggedFields()
        sample.unknown.set(tag: .max, data: buffer([1]))
        try bytes.writeMessage(sample, version: 1)
        #expect(try bytes.decodeMessage(Sample.self, version: 1).unknown[.max] == buffer([1]))
    }

    @Test func valuesAreSetByTagInOrder() {
        var fields = UnknownTaggedFields()
        fields.set(tag: 9, data: buffer([9]))
        fields.set(tag: 1, data: buffer([1]))
        fields.set(tag: 9, data: buffer([8]))
        #expect(fields.fields == [.init(tag: 1, data: buffer([1])), .init(tag: 9, data: buffer([8]))])
    }
}

import KafkaWire
import Testing

@Suite struct UuidTests {
    @Test(arguments: [
        (Uuid.zero, "AAAAAAAAAAAAAAAAAAAAAA"), (Uuid(high: 0, low: 1), "AAAAAAAAAAAAAAAAAAAAAQ"),
        (Uuid(high: .max, low: .max), "_____________________w"),
        (Uuid(high: 0x0123_4567_89AB_CDEF, low: 0xFEDC_BA98_7654_3210), "ASNFZ4mrze_-3LqYdlQyEA"),
        (Uuid(high: 0xF8FF_FFFF_0000_0000, low: 0), "-P___wAAAAAAAAAAAAAAAA"),
    ])
    func textIsKafkas(uuid: Uuid, text: String) {
        #expect(uuid.description == text)
        #expect(Uuid(text) == uuid)
        #expect(Uuid(text + "==") == uuid)
    }

    @Test(arguments: [
        "", "AAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAA+A", "AAAAAAAAAAAAAAAAAAAA=A",
    ])
    func otherTextIsNone(text: String) {
        #expect(Uuid(text) == nil)
    }

    @Test func randomOnesAreOfVersion4AndNeverBeginWithADash() {
        var generator = SplitMix(state: 1)
        var seen: Set<Uuid> = []
        for _ in 0..<2000 {
            let uuid = Uuid.random(using: &generator)
            #expect(uuid.high >> 12 & 0xF == 4 && uuid.low >> 62 == 2)
            #expect(!uuid.description.hasPrefix("-"))
            seen.insert(uuid)
        }
        #expect(seen.count == 2000)
    }

    @Test func orderIsThatOfTheBytes() {
        #expect(Uuid(high: 1, low: .max) < Uuid(high: 2, low: 0))
        #expect(Uuid(high: 1, low: 1) < Uuid(high: 1, low: 2))
    }

    private struct SplitMix: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var value = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
            value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
            return value ^ value >> 31
        }
    }
}

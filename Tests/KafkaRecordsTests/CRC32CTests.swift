import KafkaRecords
import NIOCore
import Testing

@Suite struct CRC32CTests {
    @Test func knownValues() {
        #expect(CRC32C.checksum(ByteBuffer(string: "123456789")) == 0xe306_9283)
        #expect(CRC32C.checksum(ByteBuffer()) == 0)
        #expect(CRC32C.checksum(ByteBuffer(repeating: 0, count: 32)) == 0x8a91_36aa)
        #expect(CRC32C.checksum(ByteBuffer(repeating: 0xff, count: 32)) == 0x62a8_ab43)
    }

    /// Every length up to well past the widest step, at every alignment of a vector register's quarter.
    @Test(arguments: CRC32C.Implementation.allCases.filter(\.isAvailable))
    func agreesWithTableOnShortInputs(_ implementation: CRC32C.Implementation) {
        let bytes = pseudoRandomBytes(2048)
        bytes.withUnsafeBytes { all in
            for length in 0..<1300 {
                let start = length % 17
                let part = UnsafeRawBufferPointer(rebasing: all[start..<start + length])
                let seed = UInt32(truncatingIfNeeded: length &* 0x9e37_79b9)
                #expect(
                    CRC32C.checksum(part, seed: seed, using: implementation)
                        == CRC32C.checksum(part, seed: seed, using: .table))
            }
        }
    }

    @Test(arguments: CRC32C.Implementation.allCases.filter(\.isAvailable))
    func agreesWithTableOnLongInputs(_ implementation: CRC32C.Implementation) {
        var random = SplitMix(state: 7)
        let bytes = pseudoRandomBytes(70_000)
        bytes.withUnsafeBytes { all in
            for _ in 0..<60 {
                let start = Int.random(in: 0..<64, using: &random)
                let length = Int.random(in: 0..<65_536, using: &random)
                let seed = UInt32.random(in: .min ... .max, using: &random)
                let part = UnsafeRawBufferPointer(rebasing: all[start..<start + length])
                #expect(
                    CRC32C.checksum(part, seed: seed, using: implementation)
                        == CRC32C.checksum(part, seed: seed, using: .table))
            }
        }
    }

    @Test func continuesWhereItStopped() {
        let bytes = pseudoRandomBytes(5000)
        bytes.withUnsafeBytes { all in
            let whole = CRC32C.checksum(all)
            for cut in stride(from: 0, through: 5000, by: 250) {
                var crc = CRC32C.checksum(UnsafeRawBufferPointer(rebasing: all[..<cut]))
                CRC32C.extend(&crc, with: UnsafeRawBufferPointer(rebasing: all[cut...]))
                #expect(crc == whole)
            }
        }
    }

    @Test func theSelectedImplementationExists() {
        #expect(CRC32C.Implementation.selected.isAvailable)
    }
}

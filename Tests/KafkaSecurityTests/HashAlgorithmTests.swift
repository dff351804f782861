import KafkaSecurity
import Testing

/// Values from FIPS 180-4's examples, RFC 4231 and RFC 7914; those with SHA-512 for PBKDF2 from other implementations.
@Suite struct HashAlgorithmTests {
    private static func hex(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    @Test func hashes() throws {
        let message = Array("abc".utf8)
        #expect(
            Self.hex(try HashAlgorithm.sha256.hash(message))
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(
            Self.hex(try HashAlgorithm.sha512.hash(message))
                == "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
                + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f")
        #expect(
            Self.hex(try HashAlgorithm.sha256.hash([]))
                == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    }

    @Test func `message authentication codes`() throws {
        let (key, message) = (Array("Jefe".utf8), Array("what do ya want for nothing?".utf8))
        #expect(
            Self.hex(try HashAlgorithm.sha256.authenticationCode(of: message, key: key))
                == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
        #expect(
            Self.hex(try HashAlgorithm.sha512.authenticationCode(of: message, key: key))
                == "164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea250554"
                + "9758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737")
        #expect(try HashAlgorithm.sha256.authenticationCode(of: [], key: []).count == 32)
    }

    @Test func `keys from passwords`() throws {
        let (password, salt) = (Array("password".utf8), Array("salt".utf8))
        #expect(
            Self.hex(try HashAlgorithm.sha256.derivedKey(password: password, salt: salt, iterations: 4096))
                == "c5e478d59288c841aa530db6845c4c8d962893a001ce4e11a4963873aa98134a")
        #expect(
            Self.hex(try HashAlgorithm.sha512.derivedKey(password: password, salt: salt, iterations: 1))
                == "867f70cf1ade02cff3752599a3a53dc4af34c7a669815ae5d513554e1c8cf252"
                + "c02d470a285a0501bad999bfe943c08f050235d7d68b1da55e63f73b60a57fce")
        #expect(throws: CryptoError.sizeOutOfRange) {
            try HashAlgorithm.sha256.derivedKey(password: password, salt: salt, iterations: 0)
        }
    }

    @Test func `comparison sees every byte and the length`() {
        #expect(ConstantTime.areEqual([1, 2, 3], [1, 2, 3]))
        #expect(!ConstantTime.areEqual([1, 2, 3], [1, 2, 4]))
        #expect(!ConstantTime.areEqual([1, 2, 3], [1, 2]))
        #expect(ConstantTime.areEqual([], []))
    }
}

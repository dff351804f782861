import Foundation
import KafkaProtocol
import KafkaWire
import NIOCore
import Testing

/// The codec against a second reading of protocol-specs that shares nothing with it: random messages of every kind and
/// version must be the same fields and the same bytes, and altered bytes must be read or refused alike.
///
/// `MARTLET_RANDOM_SEED` and `MARTLET_RANDOM_ROUNDS` make other and more messages; with `MARTLET_RANDOM_MESSAGE` only
/// those of one name. `MARTLET_RANDOM_TRACE` prints each case before it runs, for the day on which one traps.
@Suite struct RandomMessageTests {
    /// One message: what it takes to make it again.
    private struct Case: CustomStringConvertible {
        var message: SlowMessage
        var version: Int
        var round: Int

        var seed: UInt64 {
            var dice = Dice(state: Settings.seed)
            for byte in message.name.utf8 { dice.state = dice.next() ^ UInt64(byte) }
            dice.state = dice.next() ^ UInt64(version) << 32 ^ UInt64(round)
            return dice.next()
        }

        var description: String {
            """
            \(message.name) version \(version) round \(round); again: MARTLET_RANDOM_SEED=\(Settings.seed) \
            MARTLET_RANDOM_ROUNDS=\(round + 1) MARTLET_RANDOM_MESSAGE=\(message.name) \
            swift test --filter RandomMessageTests
            """
        }
    }

    private enum Settings {
        static let environment = ProcessInfo.processInfo.environment
        static let seed = environment["MARTLET_RANDOM_SEED"].flatMap(UInt64.init) ?? 1
        /// Messages of each kind and version; the first ones have every style once.
        static let rounds = environment["MARTLET_RANDOM_ROUNDS"].flatMap(Int.init) ?? 5
        static let isTraced = environment["MARTLET_RANDOM_TRACE"] != nil
        static let messages = Result {
            try SlowMessage.all().filter { environment["MARTLET_RANDOM_MESSAGE"] ?? $0.name == $0.name }
        }
    }

    @Test func everyMessageIsInBothReadings() throws {
        #expect(try SlowMessage.all().map(\.name).sorted() == MessageCatalog.all.map(\.name).sorted())
        for message in try Settings.messages.get() {
            let type = try #require(MessageCatalog.type(named: message.name), "\(message.name)")
            #expect(Int(type.validVersions.lowerBound) == message.versions.lowerBound, "\(message.name)")
            #expect(Int(type.validVersions.upperBound) == message.versions.upperBound, "\(message.name)")
            for version in message.versions {
                #expect(type.isFlexible(Int16(version)) == message.isFlexible(version), "\(message.name) \(version)")
            }
        }
    }

    @Test(arguments: 0..<8)
    func messagesAreTheSameFieldsAndBytes(_ part: Int) throws {
        try forEachCase(part) { one, type in
            let tree = made(one)
            let bytes = SlowEncoder.encode(tree, one.message, version: one.version)
            #expect(try SlowDecoder.decode(bytes, one.message, version: one.version) == tree, "\(one)")
            let (decoded, encoded) = try roundTrip(type, bytes, one.version)
            if decoded != tree { Issue.record("other fields: \(one)") }
            if encoded != bytes { Issue.record("other bytes: \(one)") }
        }
    }

    @Test(arguments: 0..<8)
    func alteredBytesAreReadOrRefusedAlike(_ part: Int) throws {
        var accepted = 0
        var refused = 0
        try forEachCase(part) { one, type in
            let bytes = SlowEncoder.encode(made(one), one.message, version: one.version)
            guard bytes.count < 2000 else { return }
            var dice = Dice(state: one.seed &+ 1)
            for _ in 0..<3 {
                let altered = altered(bytes, &dice)
                var expected: Tree?
                do throws(SlowDecoder.Refusal) {
                    expected = try SlowDecoder.decode(altered, one.message, version: one.version)
                } catch .tooMany {
                    continue
                } catch {
                    expected = nil
                }
                let found = try? roundTrip(type, altered, one.version)
                if expected == nil { refused += 1 } else { accepted += 1 }
                if found?.tree != expected { Issue.record("read otherwise: \(one)\n\(altered)") }
                guard let expected, let found else { continue }
                let again = SlowEncoder.encode(expected, one.message, version: one.version)
                if found.bytes != again { Issue.record("written otherwise: \(one)\n\(altered)") }
            }
        }
        #expect(accepted > 0 && refused > 0 || Settings.environment["MARTLET_RANDOM_MESSAGE"] != nil)
    }

    private func forEachCase(_ part: Int, _ body: (Case, any WireMessage.Type) throws -> Void) throws {
        let messages = try Settings.messages.get().enumerated().filter { $0.offset % 8 == part }.map(\.element)
        for message in messages {
            let type = try #require(MessageCatalog.type(named: message.name))
            for version in message.versions {
                for round in 0..<Settings.rounds {
                    let one = Case(message: message, version: version, round: round)
                    if Settings.isTraced { print(one) }
                    do {
                        try body(one, type)
                    } catch {
                        Issue.record("\(error): \(one)")
                    }
                }
            }
        }
    }

    private func made(_ one: Case) -> Tree {
        let styles = TreeMaker.Style.allCases
        let style = one.round < styles.count ? styles[one.round] : .mixed
        var maker = TreeMaker(one.message, version: one.version, style: style, seed: one.seed)
        return maker.make()
    }

    /// What the codec reads, and what it writes again.
    private func roundTrip(
        _ type: any WireMessage.Type, _ bytes: [UInt8], _ version: Int
    ) throws -> (tree: Tree, bytes: [UInt8]) {
        func open<M: WireMessage>(_: M.Type) throws -> (tree: Tree, bytes: [UInt8]) {
            let message = try ByteBuffer(bytes: bytes).decodeMessage(M.self, version: Int16(version))
            var output = ByteBuffer()
            try output.writeMessage(message, version: Int16(version), capacityHint: bytes.count)
            return (Tree(reflecting: message), Array(output.readableBytesView))
        }
        return try open(type)
    }

    /// Bytes cut short, overwritten, left out or doubled.
    private func altered(_ bytes: [UInt8], _ dice: inout Dice) -> [UInt8] {
        guard !bytes.isEmpty else { return bytes }
        var altered = bytes
        let at = dice.below(bytes.count)
        let run = at..<min(bytes.count, at + 1 + dice.below(5))
        switch dice.below(6) {
        case 0: altered.removeLast(bytes.count - at)
        case 1: altered.removeSubrange(run)
        case 2: altered.insert(contentsOf: bytes[run], at: at)
        case 3: altered[at] ^= 1 << UInt8(dice.below(8))
        default:
            // Runs of equal bytes make long varints and huge or negative lengths.
            let edge = dice.pick([0x00, 0x01, 0x7F, 0x80, 0xFE, 0xFF] as [UInt8])
            altered.replaceSubrange(run, with: [UInt8](repeating: edge, count: run.count))
        }
        return altered
    }
}

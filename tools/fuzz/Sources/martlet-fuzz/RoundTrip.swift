import KafkaWire
import NIOCore

/// What must hold of every message that some bytes decode to.
enum RoundTrip {
    /// Decodes, and when that works: encoding works, takes no more bytes than were read, and what it writes decodes to
    /// a message that encodes the same. A version outside the range is an error like any other.
    static func check<M: WireMessage>(_: M.Type, _ bytes: ByteBuffer, version: Int16) {
        var rest = bytes
        guard let message = try? rest.readMessage(M.self, version: version) else {
            if rest != bytes { finding("\(M.self) \(version): an error moved the reader index") }
            return
        }
        let encoded = encode(message, version)
        if encoded.readableBytes > bytes.readableBytes - rest.readableBytes {
            finding("\(M.self) \(version): encoding takes more bytes than were decoded")
        }
        var again = encoded.endingAtCapacity()
        do throws(WireError) {
            let second = try again.readMessage(M.self, version: version)
            if again.readableBytes != 0 { finding("\(M.self) \(version): bytes left over") }
            if encode(second, version) != encoded { finding("\(M.self) \(version): encodes differently") }
        } catch {
            // The budget grows with the input, which may have been longer by varints that are not minimal.
            if error != .memoryBudgetExceeded { finding("\(M.self) \(version): what was encoded is refused: \(error)") }
        }
    }

    private static func encode<M: WireMessage>(_ message: M, _ version: Int16) -> ByteBuffer {
        var output = ByteBuffer()
        do throws(WireError) {
            let written = try output.writeMessage(message, version: version, capacityHint: 16)
            if written.byteCount != output.readableBytes { finding("\(M.self) \(version): miscounted") }
        } catch {
            finding("\(M.self) \(version): what was decoded is not encodable: \(error)")
        }
        return output
    }
}

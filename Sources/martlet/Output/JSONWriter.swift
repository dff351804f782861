import KafkaMessageJSON
import NIOCore

/// Writes the few forms of JSON that the commands print.
struct JSONWriter {
    private(set) var buffer = ByteBuffer()

    /// Text that is JSON already.
    mutating func raw(_ text: String) {
        buffer.writeString(text)
    }

    /// A string with what must be escaped escaped.
    mutating func string(_ text: String) {
        JSONText.writeString(text, into: &buffer)
    }

    /// Bytes as a string if they are UTF-8, else as an object with base64; nil is null.
    mutating func bytes(_ bytes: ByteBuffer?) {
        guard let bytes else {
            raw("null")
            return
        }
        if let text = String(validating: bytes.readableBytesView, as: UTF8.self) {
            string(text)
        } else {
            raw("{\"base64\":\"\(Base64.encode(bytes.readableBytesView))\"}")
        }
    }
}

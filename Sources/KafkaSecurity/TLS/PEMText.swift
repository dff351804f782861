/// The blocks of a PEM text, in a form that libcrypto reads.
///
/// Kafka takes the text of its configuration with blanks where there were line breaks; libcrypto wants lines of at most
/// 76 characters. What stands between the blocks is left out.
struct PEMText {
    /// One block: what its BEGIN line says, and its text with lines of 64 characters.
    struct Block: Equatable {
        let label: String
        let text: String
    }

    private static let begin = Array("-----BEGIN ".utf8)
    private static let end = Array("-----END ".utf8)
    private static let dashes = Array("-----".utf8)

    let blocks: [Block]

    /// Whether bytes look like PEM at all.
    static func isPEM(_ bytes: [UInt8]) -> Bool {
        find(begin, in: bytes, from: 0) != nil
    }

    init(_ bytes: [UInt8]) {
        var blocks: [Block] = []
        var position = 0
        while let start = Self.find(Self.begin, in: bytes, from: position) {
            let labelStart = start &+ Self.begin.count
            guard let labelEnd = Self.find(Self.dashes, in: bytes, from: labelStart),
                let bodyEnd = Self.find(Self.end, in: bytes, from: labelEnd &+ Self.dashes.count)
            else { break }
            let label = String(decoding: bytes[labelStart..<labelEnd], as: UTF8.self)
            let body = bytes[(labelEnd &+ Self.dashes.count)..<bodyEnd]
            blocks.append(Block(label: label, text: Self.text(label: label, body: body)))
            position = bodyEnd &+ Self.end.count
        }
        self.blocks = blocks
    }

    private static func text(label: String, body: ArraySlice<UInt8>) -> String {
        var lines: [UInt8] = []
        // Headers, as an encrypted key of the old kind has them, need their own lines.
        if body.contains(0x3A) {
            lines = Array(body)
            if lines.first == 0x0D { lines.removeFirst() }
            if lines.first == 0x0A { lines.removeFirst() }
        } else {
            var column = 0
            for byte in body where byte > 0x20 {
                lines.append(byte)
                column &+= 1
                if column == 64 {
                    lines.append(0x0A)
                    column = 0
                }
            }
            if column > 0 { lines.append(0x0A) }
        }
        return "-----BEGIN \(label)-----\n" + String(decoding: lines, as: UTF8.self) + "-----END \(label)-----\n"
    }

    private static func find(_ wanted: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        guard bytes.count >= wanted.count else { return nil }
        var index = start
        while index <= bytes.count &- wanted.count {
            if bytes[index] == wanted[0], bytes[index..<(index &+ wanted.count)].elementsEqual(wanted) { return index }
            index &+= 1
        }
        return nil
    }
}

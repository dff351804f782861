/// An answer of HTTP/1.0 or 1.1 as it arrives, as a pure value: bytes in, the whole answer out.
struct HTTPAnswer {
    /// What cannot be read.
    enum Problem: Error, Equatable {
        case malformed
        case tooLarge
        /// The connection ended before the answer did.
        case cutOff
    }

    private static let mostHeadBytes = 32 * 1024

    private(set) var status = 0
    private(set) var body: [UInt8] = []
    private let mostBodyBytes: Int
    private var bytes: [UInt8] = []
    private var position = 0
    private var head: [(name: String, value: String)]?
    private var length: Int?
    private var isChunked = false
    private(set) var isComplete = false

    init(mostBodyBytes: Int) {
        self.mostBodyBytes = mostBodyBytes
    }

    /// The first field of that name, which is in lower case.
    func field(_ name: String) -> String? { head?.first { $0.name == name }?.value }

    /// Takes what arrived.
    mutating func append(_ read: some Sequence<UInt8>) throws(Problem) {
        bytes.append(contentsOf: read)
        if head == nil, try !readHead() { return }
        if isChunked {
            while !isComplete, try readChunk() {}
        } else {
            let left = length.map { $0 - body.count } ?? .max
            body += bytes[position...].prefix(left)
            bytes = []
            position = 0
            guard body.count <= mostBodyBytes else { throw .tooLarge }
            if let length, body.count == length { isComplete = true }
        }
    }

    /// The connection has ended.
    mutating func end() throws(Problem) {
        guard head != nil, !isChunked, length == nil else {
            guard isComplete else { throw .cutOff }
            return
        }
        isComplete = true
    }

    private mutating func readHead() throws(Problem) -> Bool {
        var lines: [ArraySlice<UInt8>] = []
        var start = 0
        while let end = bytes[start...].firstIndex(of: 0x0a) {
            var line = bytes[start..<end]
            if line.last == 0x0d { line.removeLast() }
            start = end + 1
            if line.isEmpty {
                position = start
                try take(lines)
                return true
            }
            lines.append(line)
        }
        guard bytes.count <= Self.mostHeadBytes else { throw .tooLarge }
        return false
    }

    private mutating func take(_ lines: [ArraySlice<UInt8>]) throws(Problem) {
        guard position <= Self.mostHeadBytes, let first = lines.first else { throw .malformed }
        let words = String(decoding: first, as: UTF8.self).split(separator: " ")
        guard words.count >= 2, words[0].hasPrefix("HTTP/1."), let status = Int(words[1]), (100...599).contains(status)
        else { throw .malformed }
        self.status = status
        var fields: [(name: String, value: String)] = []
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: 0x3a) else { throw .malformed }
            fields.append(
                (String(decoding: line[..<colon], as: UTF8.self).lowercased(), Self.trimmed(line[(colon + 1)...])))
        }
        head = fields
        isChunked = field("transfer-encoding")?.lowercased().contains("chunked") ?? false
        guard !isChunked, let text = field("content-length") else { return }
        guard let length = Int(text), length >= 0 else { throw .malformed }
        guard length <= mostBodyBytes else { throw .tooLarge }
        self.length = length
    }

    /// Reads one chunk; false when it is not there yet.
    private mutating func readChunk() throws(Problem) -> Bool {
        guard let end = bytes[position...].firstIndex(of: 0x0a) else {
            guard bytes.count - position <= 1024 else { throw .malformed }
            return false
        }
        let text = Self.trimmed(bytes[position..<end].prefix { $0 != 0x3b })
        guard let size = Int(text, radix: 16), size >= 0 else { throw .malformed }
        guard size <= mostBodyBytes - body.count else { throw .tooLarge }
        let start = end + 1
        if size == 0 {
            isComplete = true
            return false
        }
        guard bytes.count >= start + size + 2 else { return false }
        body += bytes[start..<(start + size)]
        guard bytes[start + size] == 0x0d, bytes[start + size + 1] == 0x0a else { throw .malformed }
        bytes.removeFirst(start + size + 2)
        position = 0
        return true
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
        let front = bytes.drop { $0 <= 0x20 }
        let end = front.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? front.startIndex
        return String(decoding: front[..<end], as: UTF8.self)
    }
}

import KafkaClient
import KafkaRecords
import NIOCore

/// Makes records of lines as Kafka's console producer does: `headers TAB key TAB value`, each part optional.
struct LineRecordParser {
    /// `parse.key`.
    var parsesKey = false
    /// `parse.headers`.
    var parsesHeaders = false
    /// `key.separator`.
    var keySeparator = "\t"
    /// `headers.delimiter`: between headers and what follows.
    var headersDelimiter = "\t"
    /// `headers.separator`: between headers.
    var headersSeparator = ","
    /// `headers.key.separator`: between a header's name and its value.
    var headerKeySeparator = ":"
    /// `ignore.error`: a missing separator makes the whole line the value.
    var ignoresErrors = false
    /// `null.marker`: this text stands for null.
    var nullMarker: String?

    /// Takes over a property of the console producer's line reader. Throws ``CommandFailure``.
    mutating func apply(_ name: String, _ value: String) throws {
        switch name {
        case "parse.key": parsesKey = try PropertyValue.bool(value, of: name)
        case "parse.headers": parsesHeaders = try PropertyValue.bool(value, of: name)
        case "ignore.error": ignoresErrors = try PropertyValue.bool(value, of: name)
        case "key.separator": keySeparator = try Self.separator(value, of: name)
        case "headers.delimiter": headersDelimiter = try Self.separator(value, of: name)
        case "headers.separator": headersSeparator = try Self.separator(value, of: name)
        case "headers.key.separator": headerKeySeparator = try Self.separator(value, of: name)
        case "null.marker": nullMarker = value
        default:
            throw CommandFailure(
                "--property \(name) is not known. There are parse.key, key.separator, parse.headers, headers.delimiter, "
                    + "headers.separator, headers.key.separator, null.marker and ignore.error.")
        }
    }

    static func separator(_ value: String, of name: String) throws -> String {
        let text = PropertyValue.separator(value)
        guard !text.isEmpty else { throw CommandFailure("\(name) must not be empty.") }
        return text
    }

    /// The record in a line. Throws ``CommandFailure`` that names the line.
    func record(from line: ByteBuffer, number: Int) throws -> ProducerRecord {
        var rest = line
        var record = ProducerRecord(value: nil)
        if parsesHeaders {
            if let part = cut(&rest, at: headersDelimiter) {
                record.headers = try headers(in: part, line: number)
            } else if !ignoresErrors {
                throw CommandFailure("No header delimiter found on line number \(number): '\(shown(line))'")
            }
        }
        if parsesKey {
            if let part = cut(&rest, at: keySeparator) {
                record.key = unlessNull(part)
            } else if !ignoresErrors {
                throw CommandFailure("No key separator found on line number \(number): '\(shown(line))'")
            }
        }
        record.value = unlessNull(rest)
        return record
    }

    private func headers(in part: ByteBuffer, line: Int) throws -> [Record.Header] {
        guard unlessNull(part) != nil, part.readableBytes > 0 else { return [] }
        var rest = part
        var headers: [Record.Header] = []
        while rest.readableBytes > 0 {
            var pair = cut(&rest, at: headersSeparator) ?? rest.readSlice(length: rest.readableBytes) ?? ByteBuffer()
            if let name = cut(&pair, at: headerKeySeparator) {
                headers.append(Record.Header(keyBytes: name, value: unlessNull(pair)))
            } else if ignoresErrors {
                headers.append(Record.Header(keyBytes: pair, value: nil))
            } else {
                throw CommandFailure(
                    "No header key separator found in pair '\(shown(pair))' on line number \(line)")
            }
        }
        return headers
    }

    /// The bytes before the first separator, which is passed over; nil if there is none.
    private func cut(_ bytes: inout ByteBuffer, at separator: String) -> ByteBuffer? {
        let mark = Array(separator.utf8)
        guard let first = mark.first else { return nil }
        let view = bytes.readableBytesView
        var start = view.startIndex
        while let candidate = view[start...].firstIndex(of: first) {
            if view[candidate...].starts(with: mark) {
                let part = bytes.readSlice(length: candidate - view.startIndex)
                bytes.moveReaderIndex(forwardBy: mark.count)
                return part
            }
            start = candidate + 1
        }
        return nil
    }

    private func unlessNull(_ bytes: ByteBuffer) -> ByteBuffer? {
        guard let nullMarker, bytes.readableBytesView.elementsEqual(nullMarker.utf8) else { return bytes }
        return nil
    }

    /// The first part of a line, for messages.
    private func shown(_ line: ByteBuffer) -> String {
        String(decoding: line.readableBytesView.prefix(100), as: UTF8.self)
    }
}

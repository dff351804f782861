import KafkaMessageJSON
import KafkaRecords
import NIOCore

/// Goes through a file with one JSON object a line, checks each and counts.
enum GoldenReport {
    /// The most that the file may hold, compressed or not.
    private static let bound = 1 << 30

    /// What one line came to: a name for it, and what is wrong.
    struct Verdict {
        var name: String
        var problems: [String]
    }

    /// Prints each failure and `N passed, N failed`; throws if there was one, or nothing to check.
    static func run(over path: String, _ check: (JSONValue) throws -> Verdict) throws {
        var output = StandardOutput()
        var passed = 0
        var failed = 0
        for (index, line) in try lines(of: path).enumerated() {
            let verdict = verdict(on: line, check)
            if verdict.problems.isEmpty { passed += 1 } else { failed += 1 }
            for problem in verdict.problems { try output.line("\(index + 1): \(verdict.name): \(problem)") }
        }
        try output.line("\(passed) passed, \(failed) failed")
        try output.flush()
        guard passed + failed > 0 else { throw CommandFailure("'\(path)' holds nothing to check.") }
        guard failed == 0 else { throw CommandFailure("\(failed) of \(passed + failed) differ.") }
    }

    /// The lines of a file that are not blank.
    static func lines(of path: String) throws -> [ByteBufferView] {
        try contents(of: path).readableBytesView.split(separator: UInt8(ascii: "\n")).filter { line in
            line.contains { $0 > 0x20 }
        }
    }

    private static func verdict(on line: ByteBufferView, _ check: (JSONValue) throws -> Verdict) -> Verdict {
        do {
            return try check(JSONValue(parsing: line))
        } catch {
            return Verdict(name: "unreadable", problems: ["\(error)"])
        }
    }

    /// The bytes of a file, decompressed if they are gzip's.
    private static func contents(of path: String) throws -> ByteBuffer {
        let bytes = try InputFile.bytes(of: path, bound: bound)
        guard bytes.getInteger(at: bytes.readerIndex, as: UInt16.self) == 0x1f8b else { return bytes }
        do throws(RecordError) {
            return try Compression.decompress(bytes, with: .gzip, limit: bound)
        } catch {
            throw CommandFailure(
                error == .decompressedTooLarge(limit: bound)
                    ? "'\(path)' holds more than \(bound >> 20) MiB." : "'\(path)' is damaged: gzip cannot read it.")
        }
    }
}

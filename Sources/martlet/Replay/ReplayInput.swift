import MartletConformance
import NIOCore

/// The files that a replay reads.
enum ReplayInput {
    private static let largest = 1 << 30
    private static let longestPassword = 1 << 20
    private static let index = "INDEX.json"
    /// What the names of files end with that `martlet capture` writes.
    private static let compact = ".kcap"

    static func bytes(of path: String) throws -> ByteBuffer {
        try InputFile.bytes(of: path, bound: largest)
    }

    /// The password in a file: its text without the line end that editors put after it.
    static func password(_ path: String) throws -> String {
        let bytes = try InputFile.bytes(of: path, bound: longestPassword)
        var text = String(decoding: bytes.readableBytesView, as: UTF8.self)
        if text.last?.isNewline == true { text.removeLast() }
        guard !text.isEmpty else { throw CommandFailure("There is no password in '\(path)'.") }
        return text
    }

    /// The captures of a folder, in the order of its index or of their names; or the single one under a path.
    static func captures(_ path: String, _ rules: ReplayRules, _ options: ReplayOptions) throws -> [CaptureReplay] {
        let names = Folder.names(in: path)
        let folder = names == nil ? parent(of: path) : path
        let index = "\(folder)/\(index)"
        let sessions = InputFile.exists(index) ? try SessionDescription.index(bytes(of: index)) : []
        let files = names.map { $0.filter(isCapture).sorted() } ?? [lastPart(of: path)]
        guard !files.isEmpty else { throw CommandFailure("There is no capture in '\(path)'.") }
        return try files.map { file in
            let session = sessions.first { $0.file == file } ?? SessionDescription(file: file)
            return CaptureReplay(session, frames: try frames("\(folder)/\(file)"), rules: rules, options: options)
        }
    }

    private static func frames(_ path: String) throws -> [CapturedFrame] {
        path.hasSuffix(compact)
            ? try CaptureReader.frames(path: path) : try JSONLinesCapture.frames(in: bytes(of: path))
    }

    /// What stands beside a list of bad requests about the broker that was asked; empty if there is nothing.
    static func about(_ path: String) throws -> ByteBuffer {
        let stem = path.hasSuffix(".jsonl") ? String(path.dropLast(6)) : path
        let beside = "\(stem).README.json"
        return InputFile.exists(beside) ? try bytes(of: beside) : ByteBuffer(string: "{}")
    }

    private static func isCapture(_ name: String) -> Bool {
        name.hasSuffix(compact) || name.hasSuffix(".jsonl") || name.hasSuffix(".jsonl.gz")
    }

    private static func parent(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    }

    private static func lastPart(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
    }
}

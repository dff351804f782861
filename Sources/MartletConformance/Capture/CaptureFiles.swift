import Glibc

/// The files of a capture: how they are called, how large they get and how many of them stay.
public struct CaptureFiles: Sendable {
    /// Where files go.
    public enum Place: Sendable, Hashable {
        /// A file of that path, which must not be there yet; further ones have a number before the end of the name.
        case file(String)
        /// Files in that directory, named after the time of their beginning. Those of earlier runs count.
        case directory(String)
    }

    private static let prefix = "frames-"
    private static let suffix = ".kcap"

    private let place: Place
    private let mostFiles: Int
    /// Size in bytes above which no further record is added to a file that has one.
    let mostBytes: Int64
    private var made = 0
    private var kept: [String] = []

    /// Files at a place, bounded in size and number.
    public init(place: Place, mostBytes: Int64, mostFiles: Int) {
        self.place = place
        self.mostBytes = mostBytes
        self.mostFiles = max(1, mostFiles)
    }

    /// Begins a new file, and deletes the oldest when there is one too many.
    mutating func next(epochMicroseconds: Int64) throws(CaptureError) -> OutputFile {
        let file: OutputFile
        switch place {
        case .file(let path):
            file = try OutputFile(creating: Self.name(path, number: made + 1), replaces: false)
            kept.append(file.path)
        case .directory(let directory):
            if made == 0 {
                guard mkdir(directory, 0o700) == 0 || errno == EEXIST else {
                    throw .file("create", path: directory, code: errno)
                }
            }
            file = try Self.create(in: directory, epochMicroseconds)
            kept = try Self.list(directory)
        }
        made += 1
        while kept.count > mostFiles { unlink(kept.removeFirst()) }
        return file
    }

    /// `out.kcap`, `out.2.kcap`, `out.3.kcap`.
    static func name(_ path: String, number: Int) -> String {
        guard number > 1 else { return path }
        guard path.hasSuffix(suffix) else { return "\(path).\(number)" }
        return "\(path.dropLast(suffix.count)).\(number)\(suffix)"
    }

    /// Two files that begin in one microsecond differ by the next free one.
    private static func create(in directory: String, _ epochMicroseconds: Int64) throws(CaptureError) -> OutputFile {
        var last = CaptureError.file("create", path: directory, code: EEXIST)
        for shift in 0..<Int64(100) {
            do throws(CaptureError) {
                let name = "\(prefix)\(epochMicroseconds &+ shift)\(suffix)"
                return try OutputFile(creating: "\(directory)/\(name)", replaces: false)
            } catch {
                guard case .file(_, _, EEXIST) = error else { throw error }
                last = error
            }
        }
        throw last
    }

    /// The paths of the capture files of a directory, the oldest first: their times have as many digits for centuries.
    private static func list(_ directory: String) throws(CaptureError) -> [String] {
        guard let stream = opendir(directory) else { throw .file("list", path: directory, code: errno) }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name.hasPrefix(prefix), name.hasSuffix(suffix) { names.append("\(directory)/\(name)") }
        }
        return names.sorted()
    }
}

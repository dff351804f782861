import NIOCore

/// Appends entries to the files of a capture.
///
/// Every entry is handed to the system at once, so that a killed process loses none; what a machine's failure tears off
/// a file, readers pass over.
struct CaptureWriter: Sendable {
    private var files: CaptureFiles
    private var file: OutputFile
    private let startMicroseconds: Int64
    private let keepsSecrets: Bool
    private var written: Int64
    private var hasFrame = false
    /// The file that is written to.
    var path: String { file.path }
    /// How many files were begun.
    private(set) var fileCount = 1

    /// Begins the first file.
    init(files: CaptureFiles, startMicroseconds: Int64, keepsSecrets: Bool) throws(CaptureError) {
        var files = files
        file = try files.next(epochMicroseconds: startMicroseconds)
        self.files = files
        self.startMicroseconds = startMicroseconds
        self.keepsSecrets = keepsSecrets
        written = Int64(CaptureFormat.headerSize)
        try file.write(CaptureFormat.header(startMicroseconds: startMicroseconds, keepsSecrets: keepsSecrets))
    }

    /// Appends an entry, to a new file when the last one is full. A new file begins with the connections that are open,
    /// so that it can be read by itself.
    mutating func append(
        _ entry: CaptureEntry, open: @autoclosure () -> [CapturedConnection]
    ) throws(CaptureError) {
        let record = CaptureFormat.record(entry)
        if hasFrame, written + Int64(record.readableBytes) > files.mostBytes {
            try roll(at: entry.microseconds, open: open())
        }
        try file.write(record)
        written += Int64(record.readableBytes)
        if case .frame = entry { hasFrame = true }
    }

    private mutating func roll(at microseconds: Int64, open: [CapturedConnection]) throws(CaptureError) {
        file = try files.next(epochMicroseconds: startMicroseconds + microseconds)
        fileCount += 1
        var head = CaptureFormat.header(startMicroseconds: startMicroseconds, keepsSecrets: keepsSecrets)
        for connection in open { head.writeImmutableBuffer(CaptureFormat.record(.opened(connection))) }
        try file.write(head)
        written = Int64(head.readableBytes)
        hasFrame = false
    }
}

extension CaptureEntry {
    /// Microseconds from the capture's start.
    var microseconds: Int64 {
        switch self {
        case .opened(let connection): connection.microseconds
        case .frame(let frame, _): frame.microseconds
        case .closed(_, let microseconds): microseconds
        }
    }
}

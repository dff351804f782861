import Glibc

/// What can go wrong with the files of a capture.
public enum CaptureError: Error, Sendable, Equatable {
    /// The system refused something with a file; `code` is its errno.
    case file(String, path: String, code: Int32)
    /// The file does not begin as a capture does.
    case notACapture(path: String)
    /// The file is of a newer form.
    case unsupportedVersion(UInt16, path: String)
    /// A record in the middle of the file is damaged.
    case damaged(path: String, offset: Int64)
}

extension CaptureError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .file(let what, let path, let code):
            "Cannot \(what) \(path): \(strerror(code).map { String(cString: $0) } ?? "error \(code)")."
        case .notACapture(let path): "\(path) is no capture file."
        case .unsupportedVersion(let version, let path):
            "\(path) is a capture of version \(version), and only version \(CaptureFormat.version) is known."
        case .damaged(let path, let offset): "\(path) is damaged at byte \(offset)."
        }
    }
}

internal import Glibc

/// A failed call to the disk: what was tried, on which path, and the system's error number.
public struct DiskError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The call that failed.
    public enum Operation: String, Sendable {
        case open, read, write, sync, truncate, reserve, rename, remove, list, makeDirectory, status, freeSpace, lock
    }

    public let operation: Operation
    public let path: String
    /// `errno` of the failure.
    public let code: Int32

    public init(_ operation: Operation, path: String, code: Int32) {
        self.operation = operation
        self.path = path
        self.code = code
    }

    /// No space, or the quota is used up: worth waiting for, unlike a broken device.
    public var isDiskFull: Bool { code == ENOSPC || code == EDQUOT }
    /// The process, or the system, has no file descriptor left: others will be closed.
    public var isOutOfDescriptors: Bool { code == EMFILE || code == ENFILE }
    /// Nothing is wrong with the device.
    public var isShortage: Bool { isDiskFull || isOutOfDescriptors }
    /// The path does not exist.
    public var isNotFound: Bool { code == ENOENT }
    /// Another process holds the lock.
    public var isLockedElsewhere: Bool { operation == .lock && code == EWOULDBLOCK }

    public var description: String {
        "\(operation.rawValue) \(path): \(String(cString: strerror(code)))"
    }
}

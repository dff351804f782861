public import Glibc

/// What a file is opened for.
public enum FileAccess: Sendable {
    /// Reading; the file must exist.
    case read
    /// Reading and writing; the file must exist.
    case write
    /// Reading and writing; made when absent.
    case create
}

/// One name in a directory.
public struct DirectoryEntry: Sendable, Equatable {
    public let name: String
    public let isDirectory: Bool

    public init(name: String, isDirectory: Bool) {
        self.name = name
        self.isDirectory = isDirectory
    }
}

/// Size and age of a file.
public struct FileStatus: Sendable, Equatable {
    /// Bytes.
    public let size: Int
    /// Last modification, milliseconds since 1970.
    public let modified: Int64

    public init(size: Int, modified: Int64) {
        self.size = size
        self.modified = modified
    }
}

/// An open file. Reference counted: it stays readable after its name is gone, for as long as somebody holds it.
///
/// Offsets and sizes are bytes; all calls are positional, so that readers and the writer never share a cursor.
public protocol DiskFile: AnyObject, Sendable {
    /// The system's descriptor for sendfile, or -1 when the file is not the system's. It is closed when the file's last
    /// holder lets go: keep the file for as long as the descriptor is in use.
    var descriptor: Int32 { get }

    /// Current size in bytes.
    func size() throws(DiskError) -> Int

    /// Reads up to the buffer's length; fewer bytes only at the end of the file.
    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(DiskError) -> Int

    /// Writes all slices one behind the other, in as few calls as possible. After an error any prefix may be written.
    func write(_ slices: UnsafeMutableBufferPointer<iovec>, at offset: Int) throws(DiskError)

    /// Makes content and size durable (fdatasync).
    func sync() throws(DiskError)

    /// Cuts or extends the file.
    func truncate(to size: Int) throws(DiskError)

    /// Reserves space up to a size without changing the file's length; silently nothing where unsupported.
    func reserve(_ size: Int) throws(DiskError)
}

/// The file system a log lives on, as a type parameter so that tests own every failure of it.
public protocol Disk: Sendable {
    associatedtype File: DiskFile

    /// Bounds the files that logs keep open; nil for no bound.
    var openFiles: OpenFiles? { get }
    func open(_ path: String, _ access: FileAccess) throws(DiskError) -> File
    /// Opens (or makes) a file and takes an exclusive lock on it, held until the file is released.
    func lock(_ path: String) throws(DiskError) -> File
    func status(of path: String) throws(DiskError) -> FileStatus
    /// Names in a directory, in no order, without `.` and `..`.
    func list(_ directory: String) throws(DiskError) -> [DirectoryEntry]
    /// Replaces what is at the new path.
    func rename(_ path: String, to newPath: String) throws(DiskError)
    func remove(_ path: String) throws(DiskError)
    /// Removes an empty directory.
    func removeDirectory(_ path: String) throws(DiskError)
    /// Makes one directory; no error when it exists.
    func makeDirectory(_ path: String) throws(DiskError)
    /// Makes names in a directory durable.
    func syncDirectory(_ path: String) throws(DiskError)
    /// Makes everything on the path's file system durable, names and contents.
    func syncFileSystem(of path: String) throws(DiskError)
    /// Bytes available to us on the file system of a path.
    func freeSpace(at path: String) throws(DiskError) -> Int
    /// Sets a file's last modification, milliseconds since 1970.
    func setModified(_ path: String, to time: Int64) throws(DiskError)
}

extension Disk {
    /// A disk that keeps no times has none to set.
    public func setModified(_ path: String, to time: Int64) throws(DiskError) {}
}

extension Disk {
    public var openFiles: OpenFiles? { nil }
}

internal import CFileShims
internal import Glibc

/// The operating system's file systems.
public struct PosixDisk: Disk {
    public let openFiles: OpenFiles?

    /// `openFiles`: the bound that all logs on this disk share.
    public init(openFiles: OpenFiles? = nil) {
        self.openFiles = openFiles
    }

    /// How many descriptors the process may have.
    public static var descriptorLimit: Int {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return 1024 }
        return Int(clamping: limit.rlim_cur)
    }

    public func open(_ path: String, _ access: FileAccess) throws(DiskError) -> PosixFile {
        let flags: Int32 =
            switch access {
            case .read: O_RDONLY
            case .write: O_RDWR
            case .create: O_RDWR | O_CREAT
            }
        while true {
            let descriptor = Glibc.open(path, flags | O_CLOEXEC, 0o644)
            if descriptor >= 0 { return PosixFile(descriptor: descriptor, path: path) }
            if errno != EINTR { throw DiskError(.open, path: path, code: errno) }
        }
    }

    public func lock(_ path: String) throws(DiskError) -> PosixFile {
        let file = try open(path, .create)
        guard flock(file.descriptor, LOCK_EX | LOCK_NB) == 0 else { throw DiskError(.lock, path: path, code: errno) }
        try lockAgainstKafka(file, path)
        return file
    }

    /// Java's file locks are of another kind, which flock does not see. This one belongs to the open file, and goes with
    /// it. File systems that have none leave us with flock.
    private func lockAgainstKafka(_ file: PosixFile, _ path: String) throws(DiskError) {
        var region = Glibc.flock()
        region.l_type = Int16(F_WRLCK)
        region.l_whence = Int16(SEEK_SET)
        guard fcntl(file.descriptor, Self.setOpenFileLock, &region) != 0 else { return }
        guard errno == EAGAIN || errno == EACCES else { return }
        throw DiskError(.lock, path: path, code: EWOULDBLOCK)
    }

    /// `F_OFD_SETLK` of Linux.
    private static let setOpenFileLock: Int32 = 37

    public func status(of path: String) throws(DiskError) -> FileStatus {
        var status = stat()
        guard stat(path, &status) == 0 else { throw DiskError(.status, path: path, code: errno) }
        let modified = Int64(status.st_mtim.tv_sec) * 1000 + Int64(status.st_mtim.tv_nsec) / 1_000_000
        return FileStatus(size: Int(status.st_size), modified: modified)
    }

    public func list(_ directory: String) throws(DiskError) -> [DirectoryEntry] {
        guard let stream = opendir(directory) else { throw DiskError(.list, path: directory, code: errno) }
        defer { closedir(stream) }
        var entries: [DirectoryEntry] = []
        errno = 0
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name == "." || name == ".." { continue }
            entries.append(
                DirectoryEntry(name: name, isDirectory: isDirectory(entry.pointee.d_type, directory + "/" + name)))
            errno = 0
        }
        guard errno == 0 else { throw DiskError(.list, path: directory, code: errno) }
        return entries
    }

    /// File systems that do not fill in the type, and links, need a look at the file itself.
    private func isDirectory(_ type: UInt8, _ path: String) -> Bool {
        if Int(type) == DT_DIR { return true }
        if Int(type) == DT_REG { return false }
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    public func rename(_ path: String, to newPath: String) throws(DiskError) {
        guard Glibc.rename(path, newPath) == 0 else { throw DiskError(.rename, path: path, code: errno) }
    }

    public func remove(_ path: String) throws(DiskError) {
        guard unlink(path) == 0 else { throw DiskError(.remove, path: path, code: errno) }
    }

    public func removeDirectory(_ path: String) throws(DiskError) {
        guard rmdir(path) == 0 else { throw DiskError(.remove, path: path, code: errno) }
    }

    public func makeDirectory(_ path: String) throws(DiskError) {
        guard mkdir(path, 0o755) == 0 || errno == EEXIST else {
            throw DiskError(.makeDirectory, path: path, code: errno)
        }
    }

    public func syncDirectory(_ path: String) throws(DiskError) {
        let directory = try open(path, .read)
        let code = withExtendedLifetime(directory) { fsync(directory.descriptor) == 0 ? 0 : errno }
        guard code == 0 else { throw DiskError(.sync, path: path, code: code) }
    }

    public func syncFileSystem(of path: String) throws(DiskError) {
        let directory = try open(path, .read)
        // The descriptor is closed with its last use: it must outlive the call.
        let code = withExtendedLifetime(directory) { martlet_sync_file_system(directory.descriptor) }
        guard code == 0 else { throw DiskError(.sync, path: path, code: code) }
    }

    public func freeSpace(at path: String) throws(DiskError) -> Int {
        var status = statvfs()
        guard statvfs(path, &status) == 0 else { throw DiskError(.freeSpace, path: path, code: errno) }
        return Int(status.f_bavail) * Int(status.f_frsize)
    }

    public func setModified(_ path: String, to time: Int64) throws(DiskError) {
        let moment = timespec(tv_sec: Int(time / 1000), tv_nsec: Int(time % 1000) * 1_000_000)
        let times = [moment, moment]
        guard utimensat(AT_FDCWD, path, times, 0) == 0 else { throw DiskError(.status, path: path, code: errno) }
    }
}

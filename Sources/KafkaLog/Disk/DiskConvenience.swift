internal import Glibc

extension DiskFile {
    /// Writes one run of bytes.
    func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(DiskError) {
        guard let base = bytes.baseAddress, bytes.count > 0 else { return }
        var slice = iovec(iov_base: UnsafeMutableRawPointer(mutating: base), iov_len: bytes.count)
        try withUnsafeMutablePointer(to: &slice) { (pointer) throws(DiskError) in
            try write(UnsafeMutableBufferPointer(start: pointer, count: 1), at: offset)
        }
    }

    /// Writes an array's bytes.
    func write(_ bytes: [UInt8], at offset: Int) throws(DiskError) {
        try bytes.withUnsafeBufferPointer { (buffer) throws(DiskError) in
            try write(UnsafeRawBufferPointer(buffer), at: offset)
        }
    }

    /// Up to `count` bytes from an offset; fewer at the end of the file.
    func readBytes(count: Int, at offset: Int) throws(DiskError) -> [UInt8] {
        guard count > 0 else { return [] }
        var bytes = [UInt8](repeating: 0, count: count)
        let got = try bytes.withUnsafeMutableBufferPointer { (buffer) throws(DiskError) in
            try read(into: UnsafeMutableRawBufferPointer(buffer), at: offset)
        }
        if got < count { bytes.removeLast(count - got) }
        return bytes
    }
}

extension Disk {
    /// Whether something is at the path.
    public func exists(_ path: String) throws(DiskError) -> Bool {
        do throws(DiskError) {
            _ = try status(of: path)
            return true
        } catch {
            if error.isNotFound { return false }
            throw error
        }
    }

    /// The whole of a small file, nil when it is absent or larger than `limit`.
    public func readSmallFile(_ path: String, limit: Int = 64 << 20) throws(DiskError) -> [UInt8]? {
        do throws(DiskError) {
            let file = try open(path, .read)
            let size = try file.size()
            return size <= limit ? try file.readBytes(count: size, at: 0) : nil
        } catch {
            if error.isNotFound { return nil }
            throw error
        }
    }

    /// Replaces a small file so that after a crash either the old or the new content is there:
    /// a temporary file, its sync, the rename, then the directory's sync. A full disk has no room for a second file: then
    /// the old one is overwritten, if it holds as much.
    public func replaceFile(_ path: String, in directory: String, with bytes: [UInt8]) throws(DiskError) {
        try replaceFile(path, with: bytes)
        try syncDirectory(directory)
    }

    /// The same without the directory's sync.
    func replaceFile(_ path: String, with bytes: [UInt8]) throws(DiskError) {
        let temporary = path + ".tmp"
        do throws(DiskError) {
            try writeFile(temporary, bytes)
            try rename(temporary, to: path)
        } catch {
            guard error.isDiskFull else { throw error }
            try? removeIfPresent(temporary)
            guard try overwrite(path, with: bytes) else { throw error }
        }
    }

    private func writeFile(_ path: String, _ bytes: [UInt8]) throws(DiskError) {
        let file = try open(path, .create)
        try file.truncate(to: 0)
        try file.write(bytes, at: 0)
        try file.sync()
    }

    /// False when the file's blocks are too few: half of the new content would be worse than all of the old.
    private func overwrite(_ path: String, with bytes: [UInt8]) throws(DiskError) -> Bool {
        guard try exists(path) else { return false }
        let file = try open(path, .write)
        let block = 4096
        guard (bytes.count + block - 1) / block <= (try file.size() + block - 1) / block else { return false }
        try file.write(bytes, at: 0)
        try file.truncate(to: bytes.count)
        try file.sync()
        return true
    }

    /// Removes a file that may be gone already.
    public func removeIfPresent(_ path: String) throws(DiskError) {
        do throws(DiskError) {
            try remove(path)
        } catch {
            if !error.isNotFound { throw error }
        }
    }
}

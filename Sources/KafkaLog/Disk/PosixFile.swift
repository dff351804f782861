internal import CFileShims
public import Glibc

/// A file of the operating system. Closes its descriptor when the last holder lets go.
public final class PosixFile: DiskFile {
    public let descriptor: Int32
    let path: String

    init(descriptor: Int32, path: String) {
        self.descriptor = descriptor
        self.path = path
    }

    deinit {
        close(descriptor)
    }

    public func size() throws(DiskError) -> Int {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw DiskError(.status, path: path, code: errno) }
        return Int(status.st_size)
    }

    public func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(DiskError) -> Int {
        guard let base = buffer.baseAddress else { return 0 }
        var done = 0
        while done < buffer.count {
            let got = martlet_read(descriptor, base + done, Int64(buffer.count - done), Int64(offset + done))
            if got > 0 {
                done += Int(got)
            } else if got == 0 {
                break
            } else if errno != EINTR {
                throw DiskError(.read, path: path, code: errno)
            }
        }
        return done
    }

    public func write(_ slices: UnsafeMutableBufferPointer<iovec>, at offset: Int) throws(DiskError) {
        var rest = slices[...]
        var position = offset
        while !rest.isEmpty {
            let run = UnsafeMutableBufferPointer(rebasing: rest.prefix(maximumSlices))
            let written = pwritev(descriptor, run.baseAddress, Int32(run.count), off_t(position))
            if written < 0 {
                if errno == EINTR { continue }
                throw DiskError(.write, path: path, code: errno)
            }
            position += written
            Self.drop(written, from: &rest)
        }
    }

    /// Takes what was written off the front of the slices.
    private static func drop(_ count: Int, from rest: inout Slice<UnsafeMutableBufferPointer<iovec>>) {
        var left = count
        while let first = rest.first, left >= first.iov_len {
            left -= first.iov_len
            rest = rest.dropFirst()
        }
        if left > 0 {
            let index = rest.startIndex
            rest[index].iov_base = rest[index].iov_base.map { $0 + left }
            rest[index].iov_len -= left
        }
    }

    public func sync() throws(DiskError) {
        while fdatasync(descriptor) != 0 {
            if errno != EINTR { throw DiskError(.sync, path: path, code: errno) }
        }
    }

    public func truncate(to size: Int) throws(DiskError) {
        while ftruncate(descriptor, off_t(size)) != 0 {
            if errno != EINTR { throw DiskError(.truncate, path: path, code: errno) }
        }
    }

    public func reserve(_ size: Int) throws(DiskError) {
        let code = martlet_reserve(descriptor, Int64(size))
        if code != 0, code != EOPNOTSUPP, code != ENOSYS, code != EINTR {
            throw DiskError(.reserve, path: path, code: code)
        }
    }
}

/// Slices that Linux takes in one pwritev (UIO_MAXIOV).
private let maximumSlices = 1024

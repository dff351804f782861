internal import Glibc

extension PosixDisk {
    /// The size of the file system of a path and what is left of it to us, in bytes; what 64 bits cannot hold is told
    /// as the most that they can.
    public func space(at path: String) throws(DiskError) -> (total: Int64, usable: Int64) {
        var status = statvfs()
        guard statvfs(path, &status) == 0 else { throw DiskError(.freeSpace, path: path, code: errno) }
        func bytes(_ blocks: UInt) -> Int64 {
            let (product, overflow) = UInt64(blocks).multipliedReportingOverflow(by: UInt64(status.f_frsize))
            return overflow ? .max : Int64(clamping: product)
        }
        return (bytes(UInt(status.f_blocks)), bytes(UInt(status.f_bavail)))
    }
}

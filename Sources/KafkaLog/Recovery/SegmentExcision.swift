internal import Glibc

/// Takes stretches of bytes out of a segment of which nobody has the files open, and keeps them beside it.
struct SegmentExcision<D: Disk> {
    let disk: D
    let directory: String
    /// Base offset of the segment.
    let segment: Int64

    /// Writes the segment without the ranges, which ascend, under a name that a start throws away, then gives it the
    /// segment's. Its indexes are gone then. Returns the names of the files that keep what was taken out.
    func take(_ ranges: [Range<Int>]) throws(DiskError) -> [String] {
        let quarantine = Quarantine(disk: disk, directory: directory)
        let source = try disk.open(path(.log), .read)
        let size = try source.size()
        var kept: [String] = []
        for range in ranges {
            let name = SegmentFileName(segment, .log).text
            kept.append(try quarantine.keep(source, named: name, from: range.lowerBound, to: range.upperBound))
        }
        let cleaned = directory + "/" + SegmentFileName(segment, .log, .cleaned).text
        let target = try disk.open(cleaned, .create)
        try target.truncate(to: 0)
        var written = 0
        var position = 0
        for range in ranges + [size..<size] {
            while position < range.lowerBound {
                let bytes = try source.readBytes(count: min(1 << 20, range.lowerBound - position), at: position)
                // Shorter than it was a moment ago: what is missing must not be given up with the old file.
                guard !bytes.isEmpty else { throw DiskError(.read, path: path(.log), code: EIO) }
                try target.write(bytes, at: written)
                written += bytes.count
                position += bytes.count
            }
            position = range.upperBound
        }
        try target.sync()
        // Indexes of the old bytes must never meet the new ones: a segment without indexes gets new ones at any start.
        for kind in [SegmentFileName.Kind.offsetIndex, .timeIndex] { try disk.removeIfPresent(path(kind)) }
        try disk.syncDirectory(directory)
        try disk.rename(cleaned, to: path(.log))
        try disk.syncDirectory(directory)
        return kept
    }

    private func path(_ kind: SegmentFileName.Kind) -> String {
        directory + "/" + SegmentFileName(segment, kind).text
    }
}

/// Puts what recovery or repair takes out of a log beside it, under names that no broker reads: nothing that may hold
/// somebody's records is ever deleted.
struct Quarantine<D: Disk> {
    /// The ending of every name here.
    static var suffix: String { ".quarantined" }
    /// Bytes copied at a time.
    private static var chunk: Int { 1 << 20 }

    let disk: D
    let directory: String

    /// Copies bytes of a file of the directory, durably; returns the copy's name.
    func keep(_ file: D.File, named name: String, from start: Int, to end: Int) throws(DiskError) -> String {
        let copy = try freeName(name + ".\(start)")
        let target = try disk.open(directory + "/" + copy, .create)
        try target.truncate(to: 0)
        var position = start
        while position < end {
            let bytes = try file.readBytes(count: min(Self.chunk, end - position), at: position)
            if bytes.isEmpty { break }
            try target.write(bytes, at: position - start)
            position += bytes.count
        }
        try target.sync()
        try disk.syncDirectory(directory)
        return copy
    }

    /// Renames a file of the directory; returns its new name, nil when it is not there.
    func setAside(_ name: String) throws(DiskError) -> String? {
        guard try disk.exists(directory + "/" + name) else { return nil }
        let aside = try freeName(name)
        try disk.rename(directory + "/" + name, to: directory + "/" + aside)
        return aside
    }

    private func freeName(_ name: String) throws(DiskError) -> String {
        var candidate = name + Self.suffix
        var number = 1
        while try disk.exists(directory + "/" + candidate) {
            number += 1
            candidate = "\(name).\(number)\(Self.suffix)"
        }
        return candidate
    }
}

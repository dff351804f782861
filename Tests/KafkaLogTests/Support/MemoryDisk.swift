import Glibc
import Synchronization

@testable import KafkaLog

/// A disk in memory that the test owns: it can fail at a chosen call, and lose what was not synced.
///
/// Contents and names have two states: what the program sees, and what a power loss leaves. A file's sync copies its
/// content; a directory's sync copies its names.
final class MemoryDisk: Disk {
    struct Failure {
        /// Calls that still succeed.
        var after: Int
        var code: Int32
        /// Only calls that need space fail.
        var onlyWrites: Bool
        /// How much of a failing write gets through, in bytes.
        var tornBytes = 0
        /// Only calls of this kind fail.
        var only: DiskError.Operation?
    }

    struct State {
        /// Path to file; directories have nil.
        var names: [String: MemoryFile?] = [:]
        var durableNames: [String: MemoryFile?] = [:]
        var failure: Failure?
        /// Bytes that all files may have together, in blocks of 4096; nil for any number.
        var capacity: Int?
        var calls = 0
    }

    let state = Mutex(State())
    /// Called before every call has its effect, outside all locks of the disk.
    let onCall = Mutex<(@Sendable (DiskError.Operation, String) -> Void)?>(nil)

    /// Why no directory can be opened to be synced.
    let descriptorError = Mutex<Int32?>(nil)
    /// Which bytes of which files were read, in order.
    let reads = Mutex<[(path: String, bytes: Range<Int>)]>([])

    init() {}

    /// What `count` counts, and the failure that the test asked for.
    func call(_ operation: DiskError.Operation, _ path: String) throws(DiskError) {
        if let onCall = onCall.withLock({ $0 }) { onCall(operation, path) }
        try state.withLock { (state) throws(DiskError) in
            state.calls += 1
            guard let failure = state.failure else { return }
            let writes: [DiskError.Operation] = [.write, .truncate, .reserve, .makeDirectory]
            if let only = failure.only, only != operation { return }
            if failure.onlyWrites, !writes.contains(operation) { return }
            if failure.after > 0 {
                state.failure?.after -= 1
            } else {
                throw DiskError(operation, path: path, code: failure.code)
            }
        }
    }

    func fail(
        after calls: Int, code: Int32, onlyWrites: Bool = false, tornBytes: Int = 0, only: DiskError.Operation? = nil
    ) {
        state.withLock {
            $0.failure = Failure(
                after: calls, code: code, onlyWrites: onlyWrites, tornBytes: tornBytes, only: only)
        }
    }

    func heal() { state.withLock { $0.failure = nil } }

    var tornBytes: Int { state.withLock { $0.failure?.tornBytes ?? 0 } }

    func open(_ path: String, _ access: FileAccess) throws(DiskError) -> MemoryFile {
        try call(.open, path)
        return try state.withLock { (state) throws(DiskError) in
            if let entry = state.names[path] {
                guard let file = entry else { throw DiskError(.open, path: path, code: EISDIR) }
                return file
            }
            guard access == .create else { throw DiskError(.open, path: path, code: ENOENT) }
            let file = MemoryFile(disk: self, path: path)
            state.names[path] = .some(file)
            return file
        }
    }

    func lock(_ path: String) throws(DiskError) -> MemoryFile { try open(path, .create) }

    func status(of path: String) throws(DiskError) -> FileStatus {
        try call(.status, path)
        let entry = state.withLock { $0.names[path] }
        guard let entry else { throw DiskError(.status, path: path, code: ENOENT) }
        return FileStatus(size: entry?.bytes.count ?? 0, modified: 0)
    }

    func list(_ directory: String) throws(DiskError) -> [DirectoryEntry] {
        try call(.list, directory)
        return state.withLock { state in
            state.names.compactMap { path, file in
                guard path.hasPrefix(directory + "/") else { return nil }
                let name = path.dropFirst(directory.utf8.count + 1)
                return name.contains("/") ? nil : DirectoryEntry(name: String(name), isDirectory: file == nil)
            }.sorted { $0.name < $1.name }
        }
    }

    func rename(_ path: String, to newPath: String) throws(DiskError) {
        try call(.rename, path)
        try state.withLock { (state) throws(DiskError) in
            guard state.names[path] != nil else { throw DiskError(.rename, path: path, code: ENOENT) }
            for (name, file) in state.names where name == path || name.hasPrefix(path + "/") {
                state.names.removeValue(forKey: name)
                state.names[newPath + name.dropFirst(path.count)] = .some(file)
            }
        }
    }

    func remove(_ path: String) throws(DiskError) {
        try call(.remove, path)
        let removed = state.withLock { $0.names.removeValue(forKey: path) }
        if removed == nil { throw DiskError(.remove, path: path, code: ENOENT) }
    }

    func removeDirectory(_ path: String) throws(DiskError) { try remove(path) }

    func makeDirectory(_ path: String) throws(DiskError) {
        try call(.makeDirectory, path)
        state.withLock { if $0.names[path] == nil { $0.names[path] = .some(nil) } }
    }

    func syncDirectory(_ path: String) throws(DiskError) {
        if let code = descriptorError.withLock({ $0 }) { throw DiskError(.open, path: path, code: code) }
        try call(.sync, path)
        state.withLock { state in
            for name in state.durableNames.keys where name.hasPrefix(path + "/") && state.names[name] == nil {
                state.durableNames.removeValue(forKey: name)
            }
            for (name, file) in state.names where name.hasPrefix(path + "/") { state.durableNames[name] = .some(file) }
        }
    }

    func syncFileSystem(of path: String) throws(DiskError) {
        try call(.sync, path)
        let files = state.withLock { state in
            state.durableNames = state.names
            return state.names.values.compactMap { $0 }
        }
        for file in files { try file.sync() }
    }

    func freeSpace(at path: String) throws(DiskError) -> Int {
        guard let capacity = state.withLock({ $0.capacity }) else { return 1 << 40 }
        return max(0, capacity - used)
    }

    /// The space of all files.
    var used: Int {
        state.withLock { $0.names.values.compactMap { $0 } }.reduce(0) { $0 + Self.blocks($1.bytes.count) }
    }

    private static func blocks(_ size: Int) -> Int { (size + 4095) / 4096 * 4096 }

    /// Throws where a file that grows would be too much.
    func makeRoom(for size: Int, instead of: Int, _ operation: DiskError.Operation, _ path: String) throws(DiskError) {
        guard let capacity = state.withLock({ $0.capacity }) else { return }
        let growth = Self.blocks(size) - Self.blocks(of)
        if growth > 0, used + growth > capacity { throw DiskError(operation, path: path, code: ENOSPC) }
    }

    /// A process died: everything written is there.
    func afterKill() -> MemoryDisk {
        let copy = MemoryDisk()
        state.withLock { state in
            let names = state.names.mapValues { $0?.copy(on: copy, durable: false) }
            copy.state.withLock {
                $0.names = names; $0.durableNames = names
            }
        }
        return copy
    }

    /// The power went: names and contents are what was synced, perhaps with some of what came after.
    func afterPowerLoss(using generator: inout some RandomNumberGenerator) -> MemoryDisk {
        let copy = MemoryDisk()
        var (names, seen) = state.withLock { ($0.durableNames, $0.names) }
        for name in seen.keys.sorted() where names[name] == nil && Bool.random(using: &generator) {
            names[name] = seen.removeValue(forKey: name)
        }
        var kept: [String: MemoryFile?] = [:]
        for name in names.keys.sorted() {
            guard let file = names[name] else { continue }
            kept[name] = .some(file?.copy(on: copy, durable: true, using: &generator))
        }
        copy.state.withLock {
            $0.names = kept; $0.durableNames = kept
        }
        return copy
    }
}

/// A file of the disk in memory.
final class MemoryFile: DiskFile {
    struct Content {
        var bytes: [UInt8] = []
        var durable: [UInt8] = []
    }

    private let disk: MemoryDisk
    private let path: String
    private let content = Mutex(Content())

    init(disk: MemoryDisk, path: String) {
        self.disk = disk
        self.path = path
    }

    var descriptor: Int32 { -1 }
    var bytes: [UInt8] {
        get { content.withLock { $0.bytes } }
        set { content.withLock { $0.bytes = newValue } }
    }

    func size() throws(DiskError) -> Int {
        try disk.call(.status, path)
        return bytes.count
    }

    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(DiskError) -> Int {
        try disk.call(.read, path)
        return content.withLock { content in
            let count = max(0, min(buffer.count, content.bytes.count - offset))
            for index in 0..<count { buffer[index] = content.bytes[offset + index] }
            disk.reads.withLock { $0.append((path, offset..<offset + count)) }
            return count
        }
    }

    func write(_ slices: UnsafeMutableBufferPointer<iovec>, at offset: Int) throws(DiskError) {
        var added: [UInt8] = []
        for slice in slices { added += UnsafeRawBufferPointer(start: slice.iov_base, count: slice.iov_len) }
        do throws(DiskError) {
            try disk.call(.write, path)
        } catch {
            put(added.prefix(min(disk.tornBytes, added.count - 1)), at: offset)
            throw error
        }
        let size = bytes.count
        try disk.makeRoom(for: max(size, offset + added.count), instead: size, .write, path)
        put(added[...], at: offset)
    }

    private func put(_ added: ArraySlice<UInt8>, at offset: Int) {
        guard !added.isEmpty else { return }
        content.withLock { content in
            let end = offset + added.count
            if content.bytes.count < end {
                content.bytes += [UInt8](repeating: 0, count: end - content.bytes.count)
            }
            content.bytes.replaceSubrange(offset..<end, with: added)
        }
    }

    func sync() throws(DiskError) {
        try disk.call(.sync, path)
        content.withLock { $0.durable = $0.bytes }
    }

    func truncate(to size: Int) throws(DiskError) {
        try disk.call(.truncate, path)
        try disk.makeRoom(for: size, instead: bytes.count, .truncate, path)
        content.withLock { content in
            if content.bytes.count > size { content.bytes.removeLast(content.bytes.count - size) }
            if content.bytes.count < size {
                content.bytes += [UInt8](repeating: 0, count: size - content.bytes.count)
            }
        }
    }

    func reserve(_ size: Int) throws(DiskError) { try disk.call(.reserve, path) }

    fileprivate func copy(on disk: MemoryDisk, durable: Bool) -> MemoryFile {
        let copy = MemoryFile(disk: disk, path: path)
        let bytes = content.withLock { durable ? $0.durable : $0.bytes }
        copy.content.withLock { $0 = Content(bytes: bytes, durable: bytes) }
        return copy
    }

    /// Unsynced bytes at the end may be there, missing, or zeros.
    fileprivate func copy(
        on disk: MemoryDisk, durable: Bool, using generator: inout some RandomNumberGenerator
    ) -> MemoryFile {
        let (seen, synced) = content.withLock { ($0.bytes, $0.durable) }
        var left = synced
        if seen.count > synced.count, Bool.random(using: &generator) {
            let more = Int.random(in: 0...(seen.count - synced.count), using: &generator)
            let tail = seen[synced.count..<synced.count + more]
            left += Bool.random(using: &generator) ? Array(tail) : [UInt8](repeating: 0, count: more)
        }
        let copy = MemoryFile(disk: disk, path: path)
        copy.content.withLock { $0 = Content(bytes: left, durable: left) }
        return copy
    }
}

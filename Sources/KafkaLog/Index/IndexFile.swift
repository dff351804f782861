internal import Synchronization

/// A fixed-size entry of an index file.
protocol IndexEntry: Sendable, Equatable {
    static var size: Int { get }
    init(loading bytes: UnsafeRawBufferPointer)
    func store(into bytes: UnsafeMutableRawBufferPointer)
    /// Could be the zero filling behind the entries of a file that Kafka allocated ahead.
    var isZero: Bool { get }
}

/// An index file: entries in ascending order, the newest of them in memory until a block of them is written.
///
/// Entries never travel through a writable mapping: on a full disk that would be a signal instead of an error.
/// A block that cannot be written stays in memory and is tried again with the next; a crash loses it, and
/// recovery builds it anew.
final class IndexFile<D: Disk, Entry: IndexEntry>: FileHolder {
    /// Entries gathered before they are written.
    private static var blockEntries: Int { 128 }

    private struct State {
        var path: String
        var file: D.File?
        /// Used since `letGo` was called.
        var wasUsed = false
        /// `OpenFiles` knows of it.
        var isCounted = false
        /// Entries in the file that count; nil until somebody asks.
        var stored: Int?
        var pending: [Entry] = []
        /// The file is longer than its entries.
        var hasTail = false
        /// The entries of the file that the last search read.
        var window = Window()
        /// How often entries were taken away; a search that began before must not leave its window.
        var cuts = 0

        mutating func noteCut() {
            cuts &+= 1
            window = Window()
        }
    }

    /// A run of consecutive entries of the file, which do not change any more.
    private struct Window: Sendable {
        var first = 0
        var entries: [Entry] = []

        /// Where the predicate turns false inside the window; nil when that may be outside.
        func search(stored: Int, _ predicate: (Entry) -> Bool) -> Entry? {
            guard let lowest = entries.first, let highest = entries.last, predicate(lowest) else { return nil }
            guard !predicate(highest) else { return first + entries.count == stored ? highest : nil }
            return entries[IndexFile.partition(0, entries.count) { predicate(entries[$0]) } - 1]
        }
    }

    /// What a search learns under the lock.
    private struct Snapshot {
        var found: Entry?
        var file: D.File?
        var stored = 0
        var cuts = 0
    }

    private let disk: D
    /// Whether the file exists also without entries.
    private let keepsEmptyFile: Bool
    private let state: Mutex<State>

    /// `isNew`: what is at the path, if anything, does not count.
    init(disk: D, path: String, isNew: Bool, keepsEmptyFile: Bool = true) {
        self.disk = disk
        self.keepsEmptyFile = keepsEmptyFile
        state = Mutex(State(path: path, stored: isNew ? 0 : nil, hasTail: isNew))
    }

    func count() throws(DiskError) -> Int {
        try state.withLock { (state) throws(DiskError) in try load(&state) + state.pending.count }
    }

    func last() throws(DiskError) -> Entry? {
        try state.withLock { (state) throws(DiskError) in
            if let last = state.pending.last { return last }
            let stored = try load(&state)
            guard stored > 0, let file = state.file else { return nil }
            return try Self.read(file, index: stored - 1)
        }
    }

    /// The last entry of which the predicate is true; the predicate is true up to some entry and false behind it.
    func last(where predicate: (Entry) -> Bool) throws(DiskError) -> Entry? {
        // Only what is in memory is searched under the lock; what is in the file does not change any more.
        // Readers that follow each other look into the same stretch of it, so that is kept.
        let snapshot = try state.withLock { (state) throws(DiskError) -> Snapshot in
            if let first = state.pending.first, predicate(first) {
                let position = Self.partition(0, state.pending.count) { predicate(state.pending[$0]) }
                return Snapshot(found: state.pending[position - 1])
            }
            let stored = try load(&state)
            return Snapshot(
                found: state.window.search(stored: stored, predicate), file: state.file, stored: stored,
                cuts: state.cuts)
        }
        if let found = snapshot.found { return found }
        guard snapshot.stored > 0, let file = snapshot.file else { return nil }
        let (found, window) = try Self.search(file, count: snapshot.stored, predicate)
        state.withLock { state in
            if state.cuts == snapshot.cuts { state.window = window }
        }
        return found
    }

    func append(_ entry: Entry) {
        state.withLock { state in
            state.pending.append(entry)
            if state.pending.count.isMultiple(of: Self.blockEntries) { try? write(&state) }
        }
    }

    /// Brings all entries into the file and the file to their size.
    func flush() throws(DiskError) {
        try state.withLock { (state) throws(DiskError) in
            try write(&state)
            guard state.hasTail, let stored = state.stored else { return }
            if stored == 0, !keepsEmptyFile {
                state.file = nil
                try disk.removeIfPresent(state.path)
                state.hasTail = false
                return
            }
            let file = try open(&state)
            try file.truncate(to: stored * Entry.size)
            state.hasTail = false
        }
    }

    /// Flushes, then makes the file durable.
    func sync() throws(DiskError) {
        try flush()
        let file = try state.withLock { (state) throws(DiskError) -> D.File? in
            keepsEmptyFile || state.file != nil ? try open(&state) : nil
        }
        try file?.sync()
    }

    /// Calls the body with each entry in order until it returns false.
    func forEach(_ body: (Entry) -> Bool) throws(DiskError) {
        let snapshot = try state.withLock { (state) throws(DiskError) in
            (stored: try load(&state), file: state.file, pending: state.pending)
        }
        var index = 0
        while let file = snapshot.file, index < snapshot.stored {
            let count = min(1024, snapshot.stored - index)
            let bytes = try file.readBytes(count: count * Entry.size, at: index * Entry.size)
            for step in 0..<count {
                if !body(Self.decode(bytes, at: step * Entry.size)) { return }
            }
            index += count
        }
        for entry in snapshot.pending {
            if !body(entry) { return }
        }
    }

    /// Forgets all entries; the next flush cuts the file.
    func reset() {
        state.withLock { state in
            state.noteCut()
            state.stored = 0
            state.pending.removeAll()
            state.hasTail = true
        }
    }

    /// Keeps the entries of which the predicate is true, a prefix.
    func truncate(keeping predicate: (Entry) -> Bool) throws(DiskError) {
        try state.withLock { (state) throws(DiskError) in
            state.noteCut()
            let kept = Self.partition(0, state.pending.count) { predicate(state.pending[$0]) }
            state.pending.removeLast(state.pending.count - kept)
            let stored = try load(&state)
            guard kept == 0, stored > 0, let file = state.file else { return }
            var low = 0
            var high = stored
            while low < high {
                let middle = (low + high) / 2
                if predicate(try Self.read(file, index: middle)) { low = middle + 1 } else { high = middle }
            }
            state.stored = low
            state.hasTail = state.hasTail || low < stored
        }
    }

    /// The file was renamed; an open file stays valid.
    func moved(to path: String) {
        state.withLock { $0.path = path }
    }

    /// Lets go of the descriptor; the next use opens the file again.
    func releaseFile() {
        state.withLock { $0.file = nil }
    }

    func letGo() -> Bool {
        state.withLockIfAvailable { state in
            guard !state.wasUsed || state.file == nil else {
                state.wasUsed = false
                return false
            }
            state.file = nil
            state.isCounted = false
            return true
        } ?? false
    }

    private func write(_ state: inout State) throws(DiskError) {
        guard !state.pending.isEmpty else { return }
        let stored = try load(&state)
        let file = try open(&state)
        var bytes = [UInt8](repeating: 0, count: state.pending.count * Entry.size)
        bytes.withUnsafeMutableBytes { buffer in
            for (index, entry) in state.pending.enumerated() {
                let start = index * Entry.size
                entry.store(into: .init(rebasing: buffer[start..<start + Entry.size]))
            }
        }
        try file.write(bytes, at: stored * Entry.size)
        state.stored = stored + state.pending.count
        state.pending.removeAll(keepingCapacity: true)
    }

    private func open(_ state: inout State) throws(DiskError) -> D.File {
        state.wasUsed = true
        if let file = state.file { return file }
        let file = try disk.open(state.path, .create)
        state.file = file
        if !state.isCounted, let openFiles = disk.openFiles {
            state.isCounted = true
            openFiles.add(self)
        }
        return file
    }

    /// Counts the stored entries on first use. Whatever is no whole entry, and the zeros of a file allocated
    /// ahead, do not count.
    private func load(_ state: inout State) throws(DiskError) -> Int {
        if let stored = state.stored {
            if stored > 0 { _ = try open(&state) }
            return stored
        }
        let size: Int
        do throws(DiskError) {
            size = try disk.status(of: state.path).size
        } catch {
            guard error.isNotFound else { throw error }
            state.stored = 0
            return 0
        }
        var count = size / Entry.size
        if count > 0 {
            let file = try open(&state)
            if count > 1, try Self.read(file, index: count - 1).isZero {
                var low = 1
                var high = count - 1
                while low < high {
                    let middle = (low + high) / 2
                    if try Self.read(file, index: middle).isZero { high = middle } else { low = middle + 1 }
                }
                count = low
            }
            if count == 1, size > Entry.size, try Self.read(file, index: 0).isZero { count = 0 }
        }
        state.stored = count
        state.hasTail = size != count * Entry.size
        return count
    }

    private static func read(_ file: D.File, index: Int) throws(DiskError) -> Entry {
        let bytes = try file.readBytes(count: Entry.size, at: index * Entry.size)
        return decode(bytes, at: 0)
    }

    /// An entry that the file no longer holds reads as zeros.
    private static func decode(_ bytes: [UInt8], at offset: Int) -> Entry {
        withUnsafeTemporaryAllocation(byteCount: Entry.size, alignment: 8) { buffer in
            for index in 0..<Entry.size {
                buffer[index] = offset + index < bytes.count ? bytes[offset + index] : 0
            }
            return Entry(loading: UnsafeRawBufferPointer(buffer))
        }
    }

    /// Narrows down by single entries, then reads the rest in one piece.
    private static func search(
        _ file: D.File, count: Int, _ predicate: (Entry) -> Bool
    ) throws(DiskError) -> (found: Entry?, window: Window) {
        var low = 0
        var high = count
        while high - low > 512 {
            let middle = (low + high) / 2
            if predicate(try read(file, index: middle)) { low = middle + 1 } else { high = middle }
        }
        let first = max(0, low - 1)
        let bytes = try file.readBytes(count: (high - first) * Entry.size, at: first * Entry.size)
        let entries = (0..<high - first).map { decode(bytes, at: $0 * Entry.size) }
        let position = partition(0, entries.count) { predicate(entries[$0]) }
        return (position > 0 ? entries[position - 1] : nil, Window(first: first, entries: entries))
    }

    /// The first index of which the predicate is false.
    private static func partition(_ low: Int, _ high: Int, _ predicate: (Int) -> Bool) -> Int {
        var low = low
        var high = high
        while low < high {
            let middle = (low + high) / 2
            if predicate(middle) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

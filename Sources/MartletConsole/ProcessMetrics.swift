import Glibc
public import KafkaServer

/// The numbers of the process: what the kernel says of it, and which program it is.
public struct ProcessMetrics: Sendable {
    static let buildInfo = MetricDefinition(
        "martlet_build_info", .gauge, "Always 1: which program this is, and what it does.",
        labels: ["version", "engine"])
    static let uptime = MetricDefinition("martlet_uptime_seconds", .gauge, "How long the process has run.")
    static let memory = MetricDefinition(
        "martlet_process_resident_memory_bytes", .gauge, "Memory of the process that is in RAM.")
    static let processor = MetricDefinition(
        "martlet_process_cpu_seconds_total", .counter, "Processor time that the process has used.")
    static let files = MetricDefinition(
        "martlet_process_open_fds", .gauge, "Files and sockets that the process has open.")
    static let mostFiles = MetricDefinition(
        "martlet_process_max_fds", .gauge, "How many files and sockets the process may have open.")

    private let version: String
    private let engine: String

    /// - Parameter engine: what answers clients, `broker` or `proxy`.
    public init(version: String, engine: String) {
        self.version = version
        self.engine = engine
    }

    /// All of them at this moment; what the kernel does not tell has no value.
    public func families() -> [MetricFamily] {
        var info = MetricFamily(Self.buildInfo)
        info.add(1, version, engine)
        let status = Self.status()
        var uptime = MetricFamily(Self.uptime)
        if let seconds = status.flatMap({ Self.uptime($0) }) { uptime.add(.real(seconds)) }
        var memory = MetricFamily(Self.memory)
        if let pages = status.flatMap({ Self.number($0, 21) }) {
            memory.add(.real(pages * Double(sysconf(Int32(_SC_PAGESIZE)))))
        }
        var processor = MetricFamily(Self.processor)
        var usage = rusage()
        if getrusage(RUSAGE_SELF.rawValue, &usage) == 0 {
            processor.add(.real(Self.seconds(usage.ru_utime) + Self.seconds(usage.ru_stime)))
        }
        var files = MetricFamily(Self.files)
        if let count = Self.openFiles() { files.add(.integer(Int64(count))) }
        var mostFiles = MetricFamily(Self.mostFiles)
        var limit = rlimit()
        if getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 {
            mostFiles.add(.integer(Int64(clamping: limit.rlim_cur)))
        }
        return [info, uptime, memory, processor, files, mostFiles]
    }

    private static func seconds(_ time: timeval) -> Double {
        Double(time.tv_sec) + Double(time.tv_usec) / 1_000_000
    }

    /// The fields of /proc/self/stat from the third on: the second is the program's name, which may hold anything.
    private static func status() -> [Substring]? {
        guard let file = fopen("/proc/self/stat", "r") else { return nil }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = fread(&bytes, 1, bytes.count, file)
        let text = String(decoding: bytes[..<count], as: UTF8.self)
        guard let end = text.lastIndex(of: ")") else { return nil }
        return text[text.index(after: end)...].split(separator: " ")
    }

    /// A field by its place behind the program's name.
    private static func number(_ fields: [Substring], _ place: Int) -> Double? {
        fields.indices.contains(place) ? Double(fields[place]) : nil
    }

    private static func uptime(_ fields: [Substring]) -> Double? {
        guard let started = number(fields, 19) else { return nil }
        var now = timespec()
        clock_gettime(CLOCK_BOOTTIME, &now)
        let ticks = Double(sysconf(Int32(_SC_CLK_TCK)))
        return max(0, Double(now.tv_sec) + Double(now.tv_nsec) / 1_000_000_000 - started / ticks)
    }

    private static func openFiles() -> Int? {
        guard let directory = opendir("/proc/self/fd") else { return nil }
        defer { closedir(directory) }
        var count = 0
        while let entry = readdir(directory) {
            // The directory itself is open while it is read, and "." and ".." are none.
            if entry.pointee.d_name.0 != UInt8(ascii: ".") { count += 1 }
        }
        return max(0, count - 1)
    }
}

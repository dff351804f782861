import Glibc
import NIOPosix

/// A broker of this very program in a process of its own, with an empty directory.
struct BrokerProcess: Sendable {
    /// A port that the kernel called free may be taken by the time the broker asks for it; and properties that this
    /// program refuses are left out one after the other.
    private static let attempts = 12
    private static let stopSeconds = 5

    let address: TargetAddress
    /// The listener that clients log in to, where there is one.
    let saslAddress: TargetAddress?
    /// The properties that the broker would not start with.
    let refused: [String]
    private let process: pid_t
    private let directory: TemporaryDirectory

    /// Starts a broker and returns when it serves.
    ///
    /// - Parameters:
    ///   - program: what to start with `serve`.
    ///   - users: who may log in, on a listener of its own; nil for none.
    static func start(
        _ program: BrokerProgram, _ properties: [(key: String, value: String)], users: SaslUsers? = nil
    ) async throws -> BrokerProcess {
        try await onThread {
            try start(program, properties + (users.map { [$0.property] } ?? []), hasSasl: users != nil, refused: [])
        }
    }

    /// Stops it and removes its directory. Returns what it said last if it had ended by itself.
    func stop() async -> String? {
        let (process, directory) = (process, directory)
        return try? await Self.onThread { () -> String? in
            var status: Int32 = 0
            let hadEnded = waitpid(process, &status, WNOHANG) == process
            let lastWords = hadEnded ? Self.lastLines(of: directory) : nil
            if !hadEnded { Self.end(process) }
            directory.remove()
            return lastWords
        }
    }

    private static func onThread<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value
    {
        try await NIOThreadPool.singleton.runIfActive(body)
    }

    private static func start(
        _ program: BrokerProgram, _ properties: [(key: String, value: String)], hasSasl: Bool, refused: [String]
    ) throws -> BrokerProcess {
        var refused = refused
        var lastWords = ""
        for _ in 0..<attempts {
            let directory = try TemporaryDirectory()
            let port = freePort()
            let saslPort = hasSasl ? freePort() : nil
            let sasl = saslPort.map { ",\(SaslUsers.listener)://127.0.0.1:\($0)" } ?? ""
            let fixed: [(key: String, value: String)] = [
                ("node.id", "1"), ("listeners", "PLAINTEXT://127.0.0.1:\(port)\(sasl)"),
                ("log.dirs", "\(directory.path)/data"),
            ]
            let allowed = properties.filter { !refused.contains($0.key) }
            let process = try launch(program, fixed + allowed, in: directory)
            if let process {
                return BrokerProcess(
                    address: TargetAddress(host: "127.0.0.1", port: port),
                    saslAddress: saslPort.map { TargetAddress(host: "127.0.0.1", port: $0) }, refused: refused,
                    process: process, directory: directory)
            }
            lastWords = lastLines(of: directory)
            directory.remove()
            if let named = allowed.first(where: { lastWords.contains($0.key) }) { refused.append(named.key) }
        }
        throw ConformanceError.brokerDidNotStart(lastWords)
    }

    /// The process once it serves; nil if it ended.
    private static func launch(
        _ program: BrokerProgram, _ properties: [(key: String, value: String)], in directory: TemporaryDirectory
    ) throws -> pid_t? {
        var pipes: [Int32] = [0, 0]
        guard pipe(&pipes) == 0 else { throw failure("pipe") }
        for end in pipes { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        defer { close(pipes[0]) }
        let log = open("\(directory.path)/broker.log", O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard log >= 0 else { throw failure("broker.log") }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, log, 1)
        posix_spawn_file_actions_adddup2(&actions, log, 2)
        posix_spawn_file_actions_adddup2(&actions, pipes[1], readyDescriptor)
        var words = ["martlet", "serve"]
        for property in properties { words += ["--override", "\(property.key)=\(property.value)"] }
        let arguments = words.map { strdup($0) } + [nil]
        let environment = Self.environment.map { strdup($0) } + [nil]
        defer { for text in arguments + environment { free(text) } }
        var process: pid_t = 0
        let status = posix_spawn(&process, program.path, &actions, nil, arguments, environment)
        close(pipes[1])
        close(log)
        guard status == 0 else {
            throw ConformanceError.brokerDidNotStart(String(cString: strerror(status)))
        }
        var byte: UInt8 = 0
        if read(pipes[0], &byte, 1) == 1 { return process }
        waitpid(process, nil, 0)
        return nil
    }

    /// The descriptor on which the broker says that it serves, as `martlet serve` knows it from its environment.
    private static let readyDescriptor: Int32 = 3

    private static var environment: [String] {
        let kept = ["PATH", "HOME", "TMPDIR", "LANG"].compactMap { (name: String) -> String? in
            getenv(name).map { "\(name)=\(String(cString: $0))" }
        }
        return kept + ["MARTLET_READY_FD=\(readyDescriptor)"]
    }

    private static func end(_ process: pid_t) {
        kill(process, SIGTERM)
        for _ in 0..<stopSeconds * 100 {
            if waitpid(process, nil, WNOHANG) != 0 { return }
            usleep(10_000)
        }
        kill(process, SIGKILL)
        waitpid(process, nil, 0)
    }

    private static func freePort() -> Int {
        let probe = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(probe) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { plain in
                _ = bind(probe, plain, size)
                _ = getsockname(probe, plain, &size)
            }
        }
        return Int(UInt16(bigEndian: address.sin_port))
    }

    private static func lastLines(of directory: TemporaryDirectory) -> String {
        guard let file = fopen("\(directory.path)/broker.log", "r") else { return "" }
        defer { fclose(file) }
        fseek(file, 0, SEEK_END)
        fseek(file, max(ftell(file) - 2000, 0), SEEK_SET)
        var bytes = [UInt8](repeating: 0, count: 2000)
        let count = fread(&bytes, 1, bytes.count, file)
        return String(decoding: bytes[..<count], as: UTF8.self)
    }

    private static func failure(_ what: String) -> ConformanceError {
        .brokerDidNotStart("\(what): \(String(cString: strerror(errno)))")
    }
}

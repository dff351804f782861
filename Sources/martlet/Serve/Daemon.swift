import Glibc

/// `--daemon`: the program starts itself once more without a terminal and waits until that one serves.
struct Daemon {
    /// The descriptor on which the child says that it serves, by number, in the child's environment.
    private static let readyVariable = "MARTLET_READY_FD"

    /// POSIX_SPAWN_SETSID, which glibc shows to C only under _GNU_SOURCE.
    private static let newSession: Int16 = 0x80

    /// Whether this process was started by ``launch()``.
    static var isChild: Bool { getenv(readyVariable) != nil }

    let logFile: String

    /// Starts the child and returns when it serves; throws when it ended before.
    func launch() throws {
        var pipes: [Int32] = [0, 0]
        guard pipe(&pipes) == 0 else { throw failure("pipe") }
        for end in pipes { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        defer { close(pipes[0]) }
        let log = open(logFile, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
        guard log >= 0 else { throw failure(logFile) }
        let nothing = open("/dev/null", O_RDONLY | O_CLOEXEC)
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, nothing, 0)
        posix_spawn_file_actions_adddup2(&actions, log, 1)
        posix_spawn_file_actions_adddup2(&actions, log, 2)
        posix_spawn_file_actions_adddup2(&actions, pipes[1], 3)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawnattr_setflags(&attributes, Self.newSession)
        setenv(Self.readyVariable, "3", 1)
        let arguments = CommandLine.arguments.filter { $0 != "--daemon" }.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var child: pid_t = 0
        let status = posix_spawn(&child, "/proc/self/exe", &actions, &attributes, arguments, environ)
        close(pipes[1])
        close(log)
        close(nothing)
        guard status == 0 else { throw CommandFailure("cannot start: \(String(cString: strerror(status)))") }
        var byte: UInt8 = 0
        guard read(pipes[0], &byte, 1) == 1 else {
            throw CommandFailure("the broker did not start; \(logFile) says why")
        }
        print("martlet is serving, process \(child); its log is \(logFile)")
    }

    /// Tells the process that started this one, if there is one, that the broker serves.
    static func reportReady() {
        guard let text = getenv(readyVariable), let descriptor = Int32(String(cString: text)) else { return }
        unsetenv(readyVariable)
        var byte: UInt8 = 1
        _ = write(descriptor, &byte, 1)
        close(descriptor)
    }

    private func failure(_ what: String) -> CommandFailure {
        CommandFailure("\(what): \(String(cString: strerror(errno)))")
    }
}

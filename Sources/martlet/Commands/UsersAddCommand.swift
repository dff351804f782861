import ArgumentParser
import KafkaBroker
import KafkaSecurity
import KafkaServer
import Logging
import NIOCore

/// `martlet users add`: what `kafka-storage.sh format --add-scram` does, at any time.
struct UsersAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Give a user a password, in the data of a broker that does not run or in a proxy's file.",
        discussion: """
            The password is the first line of standard input; on a terminal it is asked for and not shown. The data are
            those that 'martlet serve' would use with the same options; empty directories become a new cluster's.

            With --file it is the file that martlet.proxy.scram.users.file names, made if it is not there. A proxy
            that runs takes the change up. No password can be read from it.
            """)

    @Argument(help: "The user's name.")
    var name: String

    @Option(help: ArgumentHelp("SCRAM-SHA-256 or SCRAM-SHA-512.", valueName: "name"))
    var mechanism = ScramMechanism.sha512.rawValue

    @Option(
        help: ArgumentHelp(
            "How often the password is hashed, 4096 (what Kafka's tools take) to 16384.", valueName: "number"))
    var iterations = ScramCredential.usualIterations

    @Option(help: ArgumentHelp("A proxy's file of users, in place of a broker's data.", valueName: "path"))
    var file: String?

    @OptionGroup var source: ConfigurationSource

    func validate() throws {
        if file != nil, source.config != nil || !source.override.isEmpty {
            throw ValidationError("--file goes without --config and --override.")
        }
        guard !name.isEmpty else { throw ValidationError("A user needs a name.") }
        guard ScramMechanism(rawValue: mechanism) != nil else {
            throw ValidationError("--mechanism must be SCRAM-SHA-256 or SCRAM-SHA-512.")
        }
        guard ScramCredential.iterations.contains(iterations) else {
            throw ValidationError("--iterations must be 4096 to 16384.")
        }
    }

    func run() async throws {
        guard let mechanism = ScramMechanism(rawValue: mechanism) else { return }
        if let file { return try add(mechanism, to: file) }
        let configuration = try source.load()
        let password = try PasswordInput.read("Password of \(name): ")
        let logger = Logger(label: "martlet") { _ in SwiftLogNoOpLogHandler() }
        do {
            try await OfflineUsers(configuration: configuration, logger: logger)
                .add(name, mechanism, password: password, iterations: iterations)
        } catch {
            throw CommandFailure("\(error)")
        }
        print("User \(name) can log in by \(mechanism.rawValue).")
    }

    private func add(_ mechanism: ScramMechanism, to path: String) throws {
        let bytes = InputFile.exists(path) ? try InputFile.bytes(of: path, bound: 64 << 20) : ByteBuffer()
        let text = String(buffer: bytes)
        let password = try PasswordInput.read("Password of \(name): ")
        let key = ScramUsersFile.Key(user: name, mechanism: mechanism)
        let changed: String
        do {
            let credential = try ScramCredential(
                mechanism, password: password, salt: ScramCredential.makeSalt(), iterations: iterations)
            changed = try ScramUsersFile.adding(key, credential, to: text)
        } catch {
            throw CommandFailure("\(path): \(error)")
        }
        let slash = path.lastIndex(of: "/")
        let directory = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        let file = slash.map { String(path[path.index(after: $0)...]) } ?? path
        try NewFiles(directory: directory).write(file, Array(changed.utf8), isSecret: true)
        print("User \(name) can log in by \(mechanism.rawValue).")
    }
}

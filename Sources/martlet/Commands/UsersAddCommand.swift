import ArgumentParser
import KafkaBroker
import KafkaSecurity
import Logging

/// `martlet users add`: what `kafka-storage.sh format --add-scram` does, at any time.
struct UsersAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Give a user a password, in the data of a broker that does not run.",
        discussion: """
            The password is the first line of standard input; on a terminal it is asked for and not shown. The data are
            those that 'martlet serve' would use with the same options; empty directories become a new cluster's.
            """)

    @Argument(help: "The user's name.")
    var name: String

    @Option(help: ArgumentHelp("SCRAM-SHA-256 or SCRAM-SHA-512.", valueName: "name"))
    var mechanism = ScramMechanism.sha512.rawValue

    @Option(help: ArgumentHelp("How often the password is hashed, 4096 to 16384.", valueName: "number"))
    var iterations = ScramCredential.iterations.lowerBound

    @OptionGroup var source: ConfigurationSource

    func validate() throws {
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
}

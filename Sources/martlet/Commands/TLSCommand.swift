import ArgumentParser

/// `martlet tls`.
struct TLSCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tls",
        abstract: "Make certificates for trying out TLS.",
        discussion: """
            Examples:
              martlet tls dev-certs --out pki
              martlet tls dev-certs --out pki --host broker.example,10.0.0.5 --days 30
            """,
        subcommands: [TLSDevCertsCommand.self])
}

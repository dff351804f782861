import ArgumentParser

/// `martlet capture`: records what clients and brokers say to each other.
struct CaptureCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "capture",
        abstract: "Record the frames between clients and a cluster, list and export them.",
        discussion: """
            Clients connect to --listen instead of the cluster and stay there, because the addresses of brokers that they
            are told are replaced; each broker gets a port of its own. Passwords and tokens are not recorded unless
            --keep-secrets is given; records are.

            Examples:
              martlet capture --listen 127.0.0.1:19092 --upstream broker1:9092 out.kcap
              martlet capture show out.kcap
              martlet capture export out.kcap --to pcap out.pcap
              martlet capture export out.kcap --to jsonl out.jsonl
            """,
        subcommands: [CaptureRecordCommand.self, CaptureShowCommand.self, CaptureExportCommand.self],
        defaultSubcommand: CaptureRecordCommand.self)
}

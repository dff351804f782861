import ArgumentParser
import KafkaClient
import MartletConformance

/// `martlet capture record`, and `martlet capture` by itself: the relay.
struct CaptureRecordCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Relay clients to a cluster and record every frame.",
        discussion: """
            Clients connect in the clear; the cluster is reached as --command-config and --command-property say
            (security.protocol, ssl.*, sasl.*). Runs until Ctrl-C or SIGTERM, and then says what was recorded.
            """)

    @Option(help: ArgumentHelp("Where clients connect.", valueName: "host:port"))
    var listen = "127.0.0.1:19092"

    @Option(help: ArgumentHelp("The broker to lead to; others are found from what it answers.", valueName: "host:port"))
    var upstream: String

    @OptionGroup var client: SettingsOptions

    @Option(
        help: ArgumentHelp(
            "Brokers get this port plus their number; otherwise any free one.", valueName: "port"))
    var portBase: Int?

    @Option(help: ArgumentHelp("Size at which a file is closed and the next begun.", valueName: "bytes"))
    var maxBytes: Int64 = 1 << 30

    @Option(help: "How many files are kept; the oldest is deleted.")
    var maxFiles = 10

    @Flag(help: "Record passwords and tokens as they are.")
    var keepSecrets = false

    @Flag(help: "Show how much was recorded, also when standard error is no terminal.")
    var progress = false

    @Argument(help: "The file to write; it must not be there yet.")
    var file: String

    func validate() throws {
        if maxBytes < 4096 { throw ValidationError("--max-bytes must be at least 4096.") }
        if maxFiles < 1 { throw ValidationError("--max-files must be at least 1.") }
        if let portBase, !(1...65535).contains(portBase) { throw ValidationError("--port-base must be a port.") }
    }

    func run() async throws {
        let settings = try settings()
        let recorder = try CaptureRecorder(
            files: CaptureFiles(place: .file(file), mostBytes: maxBytes, mostFiles: maxFiles), keepsSecrets: keepSecrets
        )
        let relay = try await Relay.start(settings: settings, recorder: recorder) { Terminal.printError($0) }
        let progress = progress
        do {
            try await Interruption.run { try await Self.watch(recorder, progress: progress) }
        } catch is CancellationError {}
        await relay.stop()
        Terminal.printError(Self.summary(recorder))
        if let failure = recorder.failure { throw CommandFailure("\(failure)") }
    }

    /// Port 0 takes any free one, which an address of a broker cannot be.
    func settings() throws -> RelaySettings {
        let port = listen.hasSuffix(":0") ? 0 : try BrokerAddress(parsing: listen).port
        let host = try BrokerAddress(parsing: port == 0 ? listen + "1" : listen).host
        var settings = RelaySettings(
            host: host, port: port, upstream: try BrokerAddress(parsing: upstream), portBase: portBase)
        settings.security = try ClientSecurity(try client.security())
        return settings
    }

    /// Returns when nothing can be recorded any more; otherwise it goes on until it is cancelled.
    private static func watch(_ recorder: CaptureRecorder, progress: Bool) async throws {
        var line = ProgressLine(isWanted: progress)
        defer { line.clear() }
        while recorder.failure == nil {
            try await Task.sleep(for: .milliseconds(250))
            line.update(Self.describe(recorder.counts))
        }
    }

    private static func describe(_ counts: CaptureCounts) -> String {
        "\(counts.requests) requests, \(counts.responses) answers, \(counts.bytes) bytes, "
            + "\(counts.connections) connections (\(counts.open) open)"
    }

    static func summary(_ recorder: CaptureRecorder) -> String {
        let counts = recorder.counts
        let files = counts.files > 1 ? " and \(counts.files - 1) files before it" : ""
        return "Recorded \(counts.requests) requests and \(counts.responses) answers of \(counts.connections) "
            + "connections, \(counts.bytes) bytes, in \(recorder.path)\(files)."
    }
}

public import ArgumentParser
public import MartletConformance

extension CaptureExport: ExpressibleByArgument {}

/// `martlet capture export`: a capture in a form that other programs read.
struct CaptureExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Turn a capture into a packet capture or into JSON lines.",
        discussion: """
            pcap is for Wireshark and tshark; the connections in it are made up, each broker on port 9092. jsonl has one
            object a frame.

            Examples:
              martlet capture export out.kcap --to pcap out.pcap
              martlet capture export out.kcap --to jsonl -
            """)

    @Option(help: "pcap or jsonl.")
    var to: CaptureExport

    @Argument(help: "The capture.")
    var input: String

    @Argument(help: "The file to write, or - for standard output.")
    var output: String

    func run() throws {
        var reader = try CaptureReader(path: input)
        let file = output == "-" ? OutputFile() : try OutputFile(creating: output, replaces: true)
        let frames = try to.run(&reader, to: file)
        if reader.tornBytes > 0 {
            Terminal.printError("The last \(reader.tornBytes) bytes of \(input) are no whole record.")
        }
        if output != "-" { Terminal.printError("Wrote \(frames) frames to \(output).") }
    }
}

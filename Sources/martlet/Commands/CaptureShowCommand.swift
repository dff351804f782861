import ArgumentParser
import KafkaProtocol
import KafkaProxy
import KafkaWire
import MartletConformance
import NIOCore

/// `martlet capture show`: what a capture holds, a line a frame.
struct CaptureShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "List the frames of a capture.",
        discussion: """
            Columns: connection, seconds since the start, direction, API, version, correlation id, bytes, and what else is
            known of the frame.
            """)

    private static let widths = [5, 12, 2, 28, 7, 11, 10]

    @Argument(help: "The capture.")
    var file: String

    func run() throws {
        var reader = try CaptureReader(path: file)
        var output = StandardOutput()
        do {
            try output.line(
                columns(
                    ["conn", "seconds", "", "api", "version", "correlation", "bytes", "notes"], widths: Self.widths))
            while let entry = try reader.next() { try output.line(Self.line(entry)) }
            try output.flush()
        } catch is StandardOutput.Closed {
            return
        }
        if reader.tornBytes > 0 {
            Terminal.printError("The last \(reader.tornBytes) bytes of \(file) are no whole record.")
        }
    }

    static func line(_ entry: CaptureEntry) -> String {
        switch entry {
        case .opened(let connection):
            let broker = connection.nodeId >= 0 ? " (broker \(connection.nodeId))" : ""
            return columns(
                [
                    String(connection.number), seconds(connection.microseconds), "",
                    "opened by \(connection.peerHost):\(connection.peerPort) on \(connection.listener) to "
                        + "\(connection.serverHost):\(connection.serverPort)\(broker)",
                ], widths: Self.widths)
        case .closed(let connection, let microseconds):
            return columns([String(connection), seconds(microseconds), "", "closed"], widths: Self.widths)
        case .frame(let frame, let notes):
            let api = notes.isToken ? "SASL token" : notes.apiKey < 0 ? "?" : ApiKey(rawValue: notes.apiKey).name
            let version = notes.apiVersion < 0 ? "" : "v\(notes.apiVersion)"
            return columns(
                [
                    String(frame.connection), seconds(frame.microseconds), frame.direction == .request ? ">" : "<", api,
                    version, notes.isToken ? "" : String(notes.correlationId(of: frame)),
                    String(frame.bytes.readableBytes), remarks(notes),
                ], widths: Self.widths)
        }
    }

    private static func remarks(_ notes: FrameNotes) -> String {
        var remarks: [String] = []
        if notes.isScrubbed { remarks.append("scrubbed") }
        switch notes.sasl {
        case .none: break
        case .underway: remarks.append("authenticating")
        case .authenticated: remarks.append("authenticated")
        }
        return remarks.joined(separator: ", ")
    }

    private static func seconds(_ microseconds: Int64) -> String {
        let fraction = String(microseconds % 1_000_000 + 1_000_000).dropFirst()
        return "\(microseconds / 1_000_000).\(fraction)"
    }
}

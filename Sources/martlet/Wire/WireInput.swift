import KafkaMessageJSON
import NIOCore

/// What the wire commands are given: in the argument itself, or in a file that it names.
enum WireInput {
    /// The most that a file of one message may hold.
    private static let bound = 256 << 20

    /// Bytes: hexadecimal digits in one or more arguments, or the file that the one argument names.
    /// Throws ``CommandFailure``.
    static func bytes(_ arguments: [String], isBinary: Bool = false) throws -> ByteBuffer {
        if arguments.count == 1, let path = arguments.first, InputFile.exists(path) {
            let contents = try InputFile.bytes(of: path, bound: bound)
            return isBinary ? contents : Hexadecimal.decode(contents.readableBytesView) ?? contents
        }
        let text = arguments.joined()
        guard !isBinary else { throw CommandFailure("There is no file '\(text)'.") }
        guard let bytes = Hexadecimal.decode(text.utf8) else {
            throw CommandFailure("'\(shortened(text))' is neither a file nor an even number of hexadecimal digits.")
        }
        return bytes
    }

    /// JSON: the argument itself if it begins like an object, else the file that it names. Throws ``CommandFailure``.
    static func json(_ argument: String) throws -> JSONValue {
        let isText = argument.first { !$0.isWhitespace } == "{"
        if !isText, !InputFile.exists(argument) {
            throw CommandFailure("'\(shortened(argument))' is neither a file nor a JSON object in braces.")
        }
        let bytes = isText ? ByteBuffer(string: argument) : try InputFile.bytes(of: argument, bound: bound)
        do throws(JSONSyntaxError) {
            return try JSONValue(parsing: bytes.readableBytesView)
        } catch {
            throw CommandFailure("Not JSON, \(error).")
        }
    }

    private static func shortened(_ text: String) -> String {
        text.count > 60 ? text.prefix(60) + "…" : text
    }
}

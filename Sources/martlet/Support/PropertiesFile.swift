import KafkaConfiguration
import NIOCore

/// Client settings in a file of Java's properties syntax.
enum PropertiesFile {
    /// More than any configuration needs; a larger file is a mistake.
    private static let bound = 1024 * 1024

    /// Reads a whole small file as text. Throws ``CommandFailure``.
    static func text(of path: String) throws -> String {
        String(buffer: try InputFile.bytes(of: path, bound: bound))
    }
}

extension PropertiesFile {
    /// The entries of a properties file, in order. Throws ``CommandFailure`` that names the line.
    static func read(_ path: String) throws -> [(name: String, value: String)] {
        let text = try text(of: path)
        do throws(PropertiesSyntaxError) {
            return try PropertiesParser.parse(text).map { ($0.key, $0.value) }
        } catch {
            throw CommandFailure("'\(path)', line \(error.line): \(error.reason)")
        }
    }
}

import Glibc
import KafkaConfiguration

/// Client settings in a file of Java's properties syntax.
enum PropertiesFile {
    /// More than any configuration needs; a larger file is a mistake.
    private static let bound = 1024 * 1024

    /// Reads a whole small file as text. Throws ``CommandFailure``.
    static func text(of path: String) throws -> String {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw CommandFailure("Cannot read '\(path)': \(String(cString: strerror(errno))).")
        }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 16 * 1024)
        while true {
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else {
                throw CommandFailure("Cannot read '\(path)': \(String(cString: strerror(errno))).")
            }
            if count == 0 { break }
            bytes += chunk[..<count]
            guard bytes.count <= bound else { throw CommandFailure("'\(path)' is larger than 1 MiB.") }
        }
        return String(decoding: bytes, as: UTF8.self)
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

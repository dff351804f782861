import Glibc

/// What is said to the person at the terminal rather than to the next program of a pipe.
enum Terminal {
    /// Writes a line to standard error.
    static func printError(_ text: String) {
        var line = text + "\n"
        line.withUTF8 { bytes in _ = write(2, bytes.baseAddress, bytes.count) }
    }
}

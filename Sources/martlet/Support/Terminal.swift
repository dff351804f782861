import Glibc

/// Standard error and what standard streams are connected to.
enum Terminal {
    /// Whether a person reads standard error.
    static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// Whether a person types into standard input.
    static var inputIsTerminal: Bool { isatty(STDIN_FILENO) == 1 }

    /// A line on standard error.
    static func printError(_ line: String) {
        writeError(line + "\n")
    }

    /// Text on standard error as it is.
    static func writeError(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            var rest = UnsafeRawBufferPointer(bytes)
            while !rest.isEmpty {
                let written = write(STDERR_FILENO, rest.baseAddress, rest.count)
                if written < 0, errno == EINTR { continue }
                guard written > 0 else { return }
                rest = UnsafeRawBufferPointer(rebasing: rest[written...])
            }
        }
    }
}

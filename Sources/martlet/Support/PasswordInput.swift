import Glibc

/// A password from standard input.
enum PasswordInput {
    private static let longest = 64 * 1024

    /// The first line of standard input. On a terminal it is asked for, and what is typed is not shown.
    static func read(_ prompt: String) throws -> String {
        var before = termios()
        let isTerminal = Terminal.inputIsTerminal && tcgetattr(STDIN_FILENO, &before) == 0
        if isTerminal {
            Terminal.writeError(prompt)
            var silent = before
            silent.c_lflag &= ~tcflag_t(ECHO)
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
        }
        defer {
            if isTerminal {
                tcsetattr(STDIN_FILENO, TCSAFLUSH, &before)
                Terminal.writeError("\n")
            }
        }
        guard let line = readLine(), !line.isEmpty else { throw CommandFailure("No password was given.") }
        guard line.utf8.count <= longest else { throw CommandFailure("The password is too long.") }
        return line
    }
}

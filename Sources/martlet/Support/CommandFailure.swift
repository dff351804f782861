/// A failure that is told to the person at the terminal in these words; the exit code is 1.
struct CommandFailure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}

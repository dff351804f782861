/// One line on standard error that is overwritten while long work goes on; silent where nobody looks.
struct ProgressLine {
    private let isShown: Bool
    private let overwrites: Bool
    private var lastShown: ContinuousClock.Instant?
    private var width = 0

    /// - Parameter isWanted: `--progress` was given; otherwise a terminal decides.
    init(isWanted: Bool) {
        overwrites = Terminal.errorIsTerminal
        isShown = isWanted || overwrites
    }

    /// Shows the text, at most every half second.
    mutating func update(_ text: @autoclosure () -> String) {
        guard isShown else { return }
        let now = ContinuousClock.now
        if let lastShown, now - lastShown < .milliseconds(500) { return }
        lastShown = now
        show(text())
    }

    /// Removes the line, so that other output does not mix with it.
    mutating func clear() {
        guard isShown, overwrites, width > 0 else { return }
        Terminal.writeError("\r" + String(repeating: " ", count: width) + "\r")
        width = 0
    }

    private mutating func show(_ text: String) {
        if overwrites {
            let padding = String(repeating: " ", count: max(width - text.count, 0))
            Terminal.writeError("\r" + text + padding)
            width = text.count
        } else {
            Terminal.printError(text)
        }
    }
}

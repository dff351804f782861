extension String {
    /// Filled with blanks to a width, as `%-15s` does; longer text stays whole.
    func padded(to width: Int) -> String {
        let missing = width - count
        return missing > 0 ? self + String(repeating: " ", count: missing) : self
    }
}

/// Cells side by side: every one but the last filled to its column's width, with a blank between.
func columns(_ cells: [String], widths: [Int]) -> String {
    var line = ""
    for (index, cell) in cells.enumerated() {
        if index > 0 { line += " " }
        line += index < widths.count ? cell.padded(to: widths[index]) : cell
    }
    return line
}

import Foundation

/// The folder of generated files: nothing else may lie in it.
public struct OutputFolder {
    let root: URL

    public init(_ root: URL) {
        self.root = root.standardizedFileURL
    }

    /// What differs from `files`, one line each; empty if nothing does.
    public func differences(from files: [String: String]) -> [String] {
        let present = Set(names())
        var differences = present.subtracting(files.keys).map { "\($0): no specification stands behind it" }
        for (name, text) in files {
            guard present.contains(name) else {
                differences.append("\(name): missing")
                continue
            }
            let old = try? String(contentsOf: root.appending(path: name), encoding: .utf8)
            if old != text { differences.append("\(name): differs from a fresh generation") }
        }
        return differences.sorted()
    }

    /// Writes what differs and removes what no longer belongs; gives how many files changed.
    public func update(to files: [String: String]) throws -> Int {
        var changes = 0
        for name in names() where files[name] == nil {
            try FileManager.default.removeItem(at: root.appending(path: name))
            changes += 1
        }
        for (name, text) in files {
            let url = root.appending(path: name)
            if (try? String(contentsOf: url, encoding: .utf8)) == text { continue }
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url)
            changes += 1
        }
        return changes
    }

    private func names() -> [String] {
        let path = root.path(percentEncoded: false)
        return (FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? [])
            .filter { $0.hasSuffix(".swift") }
    }
}

/// Replays many captures, several at once.
public enum FolderReplay {
    /// The results in the order of the captures; `report` is told each as soon as it is there.
    public static func run(
        _ captures: [CaptureReplay], atOnce: Int, play: @escaping @Sendable (CaptureReplay) async -> CaptureResult,
        report: (CaptureResult) -> Void
    ) async -> [CaptureResult] {
        var results = [CaptureResult?](repeating: nil, count: captures.count)
        await withTaskGroup(of: (Int, CaptureResult).self) { group in
            var next = captures.indices.makeIterator()
            func startNext() {
                guard let index = next.next() else { return }
                let capture = captures[index]
                group.addTask { (index, await play(capture)) }
            }
            for _ in 0..<max(atOnce, 1) { startNext() }
            for await (index, result) in group {
                results[index] = result
                report(result)
                startNext()
            }
        }
        return results.compactMap(\.self)
    }
}

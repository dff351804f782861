import MartletConformance

/// The files that a conformance run reads.
enum ConformanceInput {
    private static let largest = 16 << 20

    /// The rules of a file. Throws ``CommandFailure`` or ``ConformanceError``.
    static func rules(_ file: String) throws -> ReplayRules {
        try ReplayRules(parsing: InputFile.bytes(of: file, bound: largest))
    }

    /// The scenarios of a folder by name. Throws ``CommandFailure`` or ``ConformanceError``.
    static func scenarios(_ folder: String) throws -> [Scenario] {
        guard let names = Folder.names(in: folder) else { throw CommandFailure("Cannot read the folder '\(folder)'.") }
        let files = names.filter { $0.hasSuffix(".json") }.sorted()
        guard !files.isEmpty else { throw CommandFailure("There is no scenario in '\(folder)'.") }
        return try files.map { file in
            let bytes = try InputFile.bytes(of: "\(folder)/\(file)", bound: largest)
            return try Scenario(name: String(file.dropLast(5)), parsing: bytes)
        }
    }
}

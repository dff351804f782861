import Foundation

/// Reads a folder of specifications and gives the Swift files that stand for them.
public struct Generator {
    private let model: ProtocolModel

    /// Parses and checks every `.spec` file beneath a folder.
    public init(specifications folder: URL) throws {
        let root = folder.standardizedFileURL.path(percentEncoded: false)
        let names = (FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? [])
            .filter { $0.hasSuffix(".spec") }
            .sorted()
        guard !names.isEmpty else { throw SpecError(file: root, line: 0, message: "no specifications here") }
        var sources: [String: String] = [:]
        for name in names {
            sources[name] = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        }
        try self.init(sources: sources)
    }

    /// Parses and checks specifications by their relative paths.
    public init(sources: [String: String]) throws {
        let files = try sources.sorted { $0.key < $1.key }.map { try SpecParser.parse($0.value, path: $0.key) }
        model = ProtocolModel(files: files)
        try Validator.check(model)
    }

    /// The Swift files of the codec by their relative paths; the same input gives the same output, byte for byte.
    public func render() -> [String: String] {
        var files: [String: String] = [:]
        for file in model.files {
            files[file.path + ".swift"] = FileRenderer(file: file).render()
        }
        let index = IndexRenderer(model: model)
        files["ApiKey+Index.swift"] = index.renderKeys()
        files["ApiKey+Types.swift"] = index.renderTypes()
        files["MetadataRecordType+Types.swift"] = index.renderRecords()
        files["MessageCatalog+All.swift"] = index.renderCatalog()
        return files
    }

    /// The Swift files behind the JSON form of messages, by their relative paths.
    public func renderJSON() -> [String: String] {
        var files: [String: String] = [:]
        for file in model.files {
            files[file.path + ".swift"] = WalkRenderer(file: file).render()
        }
        files["MessageType+Table.swift"] = MessageTableRenderer(model: model).render()
        return files
    }
}

public import KafkaWire

/// Whose directory it is: the content of `meta.properties`.
public struct MetaProperties: Equatable, Sendable {
    /// 1 in KRaft days, 0 in those of ZooKeeper.
    public var version: Int
    /// `node.id`, or `broker.id` in version 0.
    public var nodeId: Int32?
    /// `cluster.id`
    public var clusterId: String?
    /// `directory.id` (KIP-858)
    public var directoryId: Uuid?

    public init(version: Int = 1, nodeId: Int32?, clusterId: String?, directoryId: Uuid?) {
        self.version = version
        self.nodeId = nodeId
        self.clusterId = clusterId
        self.directoryId = directoryId
    }

    /// Nil when the text names no known version.
    public init?(text: String) {
        var values: [Substring: Substring] = [:]
        for line in text.split(whereSeparator: \.isNewline) {
            let line = line.drop { $0 == " " }
            guard !line.isEmpty, !line.hasPrefix("#"), !line.hasPrefix("!") else { continue }
            guard let equals = line.firstIndex(where: { $0 == "=" || $0 == ":" }) else { continue }
            values[Self.trim(line[..<equals])] = Self.trim(line[line.index(after: equals)...])
        }
        guard let version = values["version"].flatMap({ Int($0) }), version == 0 || version == 1 else { return nil }
        self.init(
            version: version, nodeId: (values["node.id"] ?? values["broker.id"]).flatMap { Int32($0) },
            clusterId: values["cluster.id"].map(String.init),
            directoryId: values["directory.id"].flatMap { Uuid(String($0)) })
    }

    private static func trim(_ text: Substring) -> Substring {
        var text = text.drop { $0 == " " || $0 == "\t" }
        while let last = text.last, last == " " || last == "\t" { text.removeLast() }
        return text
    }

    /// The file's text.
    public var text: String {
        var text = "#\n"
        if let nodeId { text += "\(version == 0 ? "broker.id" : "node.id")=\(nodeId)\n" }
        if let directoryId { text += "directory.id=\(directoryId)\n" }
        text += "version=\(version)\n"
        if let clusterId { text += "cluster.id=\(clusterId)\n" }
        return text
    }
}

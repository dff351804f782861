/// A filter of the proxy as it is configured.
public struct ProxyFilterSettings: Sendable, Equatable {
    /// The name that `martlet.proxy.filters` gives it.
    public var name: String
    /// `martlet.proxy.filter.<name>.type`.
    public var type: String
    /// The other keys of its own that were set, by what follows its name.
    public var options: [String: String]

    static let prefix = "martlet.proxy.filter."

    /// A filter of these options.
    public init(name: String, type: String, options: [String: String] = [:]) {
        self.name = name
        self.type = type
        self.options = options
    }

    init(_ layers: ConfigLayers, name: String) {
        let own = "\(Self.prefix)\(name)."
        self.init(name: name, type: layers.text("\(own)type") ?? "")
        for key in layers.fixed.keys where key.hasPrefix(own) && key != "\(own)type" {
            options[String(key.dropFirst(own.count))] = layers.effective(key).text
        }
    }
}

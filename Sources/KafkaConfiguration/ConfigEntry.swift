/// A config as DescribeConfigs answers it.
public struct ConfigEntry: Equatable, Sendable {
    public var name: String
    /// Nil when there is none, or when it must not be shown.
    public var value: String?
    public var source: ConfigSource
    public var isReadOnly: Bool
    public var isSensitive: Bool
    public var type: ConfigType
    /// In order of precedence, the deciding one first.
    public var synonyms: [ConfigSynonym]
    public var documentation: String

    /// Version 0 of DescribeConfigs asks this in place of the source.
    public var isDefault: Bool { source == .default }
}

/// A value that decides, or would if the ones before it were not there.
public struct ConfigSynonym: Equatable, Sendable {
    public var name: String
    public var value: String?
    public var source: ConfigSource
}

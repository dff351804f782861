/// Keys of Martlet's own.
enum MartletKeys {
    static let definitions: [ConfigDefinition] = [
        ConfigDefinition(
            "martlet.frame.timeout.ms", .long, "30000", .atLeast(1), .medium, .readOnly, .honoured,
            "How long a request may take from its first byte to its last; then its connection is closed.")
    ]
}

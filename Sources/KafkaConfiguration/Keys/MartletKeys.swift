/// Keys of Martlet's own.
enum MartletKeys {
    static let definitions: [ConfigDefinition] = [
        ConfigDefinition(
            "martlet.frame.timeout.ms", .long, "30000", .atLeast(1), .medium, .readOnly, .honoured,
            "How long a request may take from its first byte to its last; then its connection is closed."),
        ConfigDefinition(
            "martlet.group.commit.enable", .boolean, "false", .any, .high, .readOnly, .honoured,
            """
            Whether records are on the device before they are acknowledged (acks=all) and shown to consumers. One sync \
            serves all requests that wait for it.
            """),
    ]
}

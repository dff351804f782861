import NIOCore

/// The scenarios that the program was built with.
public enum ScenarioLibrary {
    /// All of them by name. Throws ``ConformanceError``.
    public static func standard() throws -> [Scenario] {
        try texts.map { try Scenario(name: $0.name, parsing: ByteBuffer(string: $0.text)) }
    }
}

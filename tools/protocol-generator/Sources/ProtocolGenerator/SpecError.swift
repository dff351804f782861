/// What is wrong with a specification, and where.
public struct SpecError: Error, CustomStringConvertible {
    public var file: String
    public var line: Int
    public var message: String

    public var description: String {
        "\(file):\(line): \(message)"
    }
}

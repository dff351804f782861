/// Where a value that the broker was started with was written.
public enum ConfigOrigin: Equatable, Sendable, CustomStringConvertible {
    case line(Int, file: String)
    case override
    /// Set through another key that means the same.
    case synonym(String)

    public var description: String {
        switch self {
        case .line(let line, let file): "\(file) line \(line)"
        case .override: "--override"
        case .synonym(let key): "set through \(key)"
        }
    }
}

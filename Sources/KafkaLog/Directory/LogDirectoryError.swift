/// Why a log directory cannot be used.
public enum LogDirectoryError: Error, Equatable, Sendable, CustomStringConvertible {
    /// Another process has the directory.
    case locked(path: String)
    case storage(DiskError)
    /// `meta.properties` cannot be read; the directory is left alone.
    case damagedMetaProperties(path: String)

    public var description: String {
        switch self {
        case .locked(let path): "\(path) is in use by another process (its .lock file is held)"
        case .storage(let error): error.description
        case .damagedMetaProperties(let path): "\(path)/meta.properties cannot be understood"
        }
    }
}

import Glibc

/// Who may read and change a file, by its mode. Access lists beyond the mode are not looked at.
public struct FilePermissions: Sendable, Equatable {
    private let mode: mode_t

    /// Nil where there is no such file.
    public init?(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        mode = status.st_mode
    }

    public var othersRead: Bool { mode & S_IROTH != 0 }
    public var groupReads: Bool { mode & S_IRGRP != 0 }
    public var othersWrite: Bool { mode & S_IWOTH != 0 }
    public var groupWrites: Bool { mode & S_IWGRP != 0 }

    /// What is wrong with a file that holds a secret; nil when only its owner reads it.
    public static func secretFinding(_ path: String, subject: String, what: String) -> SecurityFinding? {
        guard let permissions = FilePermissions(path) else { return nil }
        if permissions.othersRead {
            return SecurityFinding(
                .error, subject, "\(path) holds \(what), and everybody on this machine can read it",
                advice: "chmod 600 \(path), and replace what was exposed")
        }
        if permissions.groupReads {
            return SecurityFinding(
                .warning, subject, "\(path) holds \(what), and its group can read it",
                advice: "chmod 600 \(path), unless the group is meant to")
        }
        return nil
    }

    /// What is wrong with a file that decides whom to believe; nil when only its owner changes it.
    public static func trustFinding(_ path: String, subject: String, what: String) -> SecurityFinding? {
        guard let permissions = FilePermissions(path), permissions.othersWrite || permissions.groupWrites else {
            return nil
        }
        return SecurityFinding(
            permissions.othersWrite ? .error : .warning, subject,
            "\(path) says \(what), and \(permissions.othersWrite ? "everybody" : "its group") can change it",
            advice: "chmod go-w \(path)")
    }
}

import Glibc

/// Writes files that are whole or not there, with the permissions they are meant to have from the first byte on.
struct NewFiles {
    let directory: String

    /// Makes the directory and those above it, and finds its absolute path. Throws ``CommandFailure``.
    init(directory: String) throws {
        var path = directory.hasPrefix("/") ? "" : "."
        for part in directory.split(separator: "/") {
            path += "/\(part)"
            guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw Self.failure(path) }
        }
        guard let resolved = realpath(directory.isEmpty ? "." : directory, nil) else { throw Self.failure(directory) }
        defer { free(resolved) }
        self.directory = String(cString: resolved)
    }

    /// Those of the names that are there already.
    func existing(_ names: [String]) -> [String] {
        names.filter { name in
            var status = stat()
            return lstat("\(directory)/\(name)", &status) == 0
        }
    }

    /// Puts a file in place, over one that may be there. Throws ``CommandFailure``.
    func write(_ name: String, _ bytes: [UInt8], isSecret: Bool) throws {
        let path = "\(directory)/\(name)"
        let temporary = "\(directory)/.\(name).\(getpid())"
        unlink(temporary)
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw Self.failure(temporary) }
        var isWritten = isSecret || fchmod(descriptor, 0o644) == 0
        bytes.withUnsafeBytes { region in
            var rest = region
            while isWritten, !rest.isEmpty {
                let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
                if count < 0, errno == EINTR { continue }
                isWritten = count > 0
                if isWritten { rest = UnsafeRawBufferPointer(rebasing: rest[count...]) }
            }
        }
        guard close(descriptor) == 0, isWritten, rename(temporary, path) == 0 else {
            let failure = Self.failure(path)
            unlink(temporary)
            throw failure
        }
    }

    private static func failure(_ path: String) -> CommandFailure {
        CommandFailure("\(path): \(String(cString: strerror(errno)))")
    }
}

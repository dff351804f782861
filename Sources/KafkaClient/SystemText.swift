import Glibc

/// The system's words for an errno.
func systemText(_ code: CInt) -> String {
    guard let text = strerror(code) else { return "error \(code)" }
    return String(cString: text)
}

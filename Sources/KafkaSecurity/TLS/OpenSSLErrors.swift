internal import COpenSSL

/// The library's queue of errors, one for each thread.
enum OpenSSLErrors {
    /// Empties the queue, and gives the reasons in it, the first cause first.
    @discardableResult
    static func take() -> [String] {
        var reasons: [String] = []
        while true {
            let code = ERR_get_error()
            if code == 0 { break }
            guard reasons.count < 8 else { continue }
            if let reason = ERR_reason_error_string(code) {
                reasons.append(String(cString: reason))
            } else {
                reasons.append("error \(code)")
            }
        }
        return reasons
    }

    /// The reasons in one line.
    static func text() -> String {
        let reasons = take()
        return reasons.isEmpty ? "no reason was given" : reasons.joined(separator: ", ")
    }
}

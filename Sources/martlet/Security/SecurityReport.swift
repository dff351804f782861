import KafkaSecurity
import NIOCore

/// The findings of a security check, for people and for programs.
enum SecurityReport {
    /// One line for each, and one that counts them.
    static func text(_ findings: [SecurityFinding]) -> String {
        guard !findings.isEmpty else { return "Nothing weak or wrong was found.\n" }
        let lines = findings.map { "\($0.severity.rawValue): \($0.subject): \($0.message); \($0.advice)\n" }
        let counts = SecurityFinding.Severity.allCases.map { severity in
            let count = findings.filter { $0.severity == severity }.count
            return "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
        }
        return lines.joined() + counts.joined(separator: ", ") + "\n"
    }

    /// An object with the findings and how many there are of each severity.
    static func json(_ findings: [SecurityFinding]) -> String {
        var writer = JSONWriter()
        writer.raw("{\"findings\":[")
        for (index, finding) in findings.enumerated() {
            writer.raw(index == 0 ? "{" : ",{")
            let members = [
                ("severity", finding.severity.rawValue), ("subject", finding.subject), ("message", finding.message),
                ("advice", finding.advice),
            ]
            for (position, member) in members.enumerated() {
                writer.raw("\(position == 0 ? "" : ",")\"\(member.0)\":")
                writer.string(member.1)
            }
            writer.raw("}")
        }
        writer.raw("]")
        for severity in SecurityFinding.Severity.allCases {
            writer.raw(",\"\(severity.rawValue)s\":\(findings.filter { $0.severity == severity }.count)")
        }
        writer.raw("}\n")
        return String(buffer: writer.buffer)
    }
}

import KafkaLog

/// The lines of `martlet log verify` and `repair`: one for each thing found, one for the whole.
struct LogCheckText {
    private(set) var partitions = 0
    private(set) var bytes = 0
    private(set) var counts: [LogFinding.Severity: Int] = [:]
    private(set) var repairs = 0

    /// Lines about one directory. `action`: what is said in front of a repair, nil to say nothing of it.
    mutating func lines(_ report: LogCheckReport, action: String?) -> [String] {
        if report.endOffset != nil { partitions += 1 }
        bytes += report.bytes
        return report.findings.map { finding in
            counts[finding.severity, default: 0] += 1
            if finding.repair != nil { repairs += 1 }
            let place = finding.file.isEmpty ? report.directory : report.directory + "/" + finding.file
            var line = "\(finding.severity.name): \(place): \(finding.text)"
            if let action {
                line +=
                    finding.repair.map { "; \(action): \($0)" } ?? (finding.severity == .problem ? "; no repair" : "")
            }
            return line
        }
    }

    var problems: Int { counts[.problem] ?? 0 }

    var summary: String {
        let pending = counts[.pending] ?? 0
        return
            "\(partitions) partitions, \(bytes) bytes: \(problems) problems, \(pending) things that the next start mends, "
            + "\(counts[.note] ?? 0) notes"
    }
}

extension LogFinding.Severity {
    var name: String {
        switch self {
        case .note: "note"
        case .pending: "pending"
        case .problem: "problem"
        }
    }
}

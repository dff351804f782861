/// One thing that a check of a partition or of a log directory came upon.
public struct LogFinding: Equatable, Sendable {
    /// How bad it is.
    public enum Severity: Int, Sendable, Comparable {
        /// Worth a word, and as it should be: files that wait for their removal, bytes kept aside.
        case note
        /// What an unclean stop leaves and the broker's next start mends by itself.
        case pending
        /// Something is damaged or missing.
        case problem

        public static func < (lhs: Severity, rhs: Severity) -> Bool { lhs.rawValue < rhs.rawValue }
    }

    public var severity: Severity
    /// Name of the file, in the directory that was checked; empty when it is about the directory.
    public var file: String
    /// What is wrong, in a few words.
    public var text: String
    /// What `repair` does about it; nil when there is nothing that it could do.
    public var repair: LogRepair?

    public init(_ severity: Severity, _ file: String, _ text: String, repair: LogRepair? = nil) {
        self.severity = severity
        self.file = file
        self.text = text
        self.repair = repair
    }
}

/// A change that mends a finding. None deletes what may be somebody's records: those are kept under another name.
public enum LogRepair: Equatable, Sendable, CustomStringConvertible {
    /// Builds the segment's indexes anew from its batches.
    case rebuildIndexes(segment: Int64)
    /// Writes the right number of the message format into the batch at a byte of the segment.
    case mendFormat(segment: Int64, position: Int)
    /// Takes bytes out of a segment and keeps them in a file beside it.
    case takeOut(segment: Int64, from: Int, to: Int)
    /// Cuts bytes of no use, as a torn write leaves them, off a segment's end.
    case cutTail(segment: Int64, from: Int)
    /// Renames a file, so that nobody reads it.
    case setAside(String)
    /// Writes an earlier recovery point into the log directory's checkpoint.
    case lowerRecoveryPoint(to: Int64)
    /// Writes the leader epochs that the batches tell.
    case writeEpochs

    public var description: String {
        switch self {
        case .rebuildIndexes(let segment): "build the indexes of segment \(segment) anew"
        case .mendFormat(let segment, let position):
            "put the format number at byte \(position) of segment \(segment) right"
        case .takeOut(let segment, let from, let to):
            "take bytes \(from)..<\(to) out of segment \(segment) and keep them in a file of their own"
        case .cutTail(let segment, let from): "cut segment \(segment) at byte \(from)"
        case .setAside(let name): "rename \(name) to \(name).quarantined"
        case .lowerRecoveryPoint(let offset): "write \(offset) as the recovery point"
        case .writeEpochs: "write leader-epoch-checkpoint anew from the batches"
        }
    }
}

import KafkaMessageJSON
import KafkaRecords
import NIOCore

/// What a control record says: the marker of a transaction, or a word of the metadata quorum.
struct ControlRecordText {
    /// `COMMIT`, `SNAPSHOT_HEADER` and so on.
    let name: String
    private let kind: Int16
    /// The epoch of the coordinator that wrote a marker.
    let coordinatorEpoch: Int32?
    /// The message inside records of the quorum.
    let message: JSONValue?

    init?(_ record: Record) {
        guard var key = record.key, key.readInteger(as: Int16.self) != nil, let kind = key.readInteger(as: Int16.self)
        else { return nil }
        var value = record.value ?? ByteBuffer()
        guard let (name, type) = Self.kinds[kind] else {
            self.init(name: "UNKNOWN", kind, coordinatorEpoch: nil, message: nil)
            return
        }
        guard let type else {
            let epoch = value.readInteger(as: Int16.self) == nil ? nil : value.readInteger(as: Int32.self)
            self.init(name: name, kind, coordinatorEpoch: epoch, message: nil)
            return
        }
        // Its first field is its version.
        let version = value.getInteger(at: value.readerIndex, as: Int16.self) ?? 0
        self.init(
            name: name, kind, coordinatorEpoch: nil,
            message: try? MessageType(named: type)?.read(from: &value, version: version))
    }

    private init(name: String, _ kind: Int16, coordinatorEpoch: Int32?, message: JSONValue?) {
        self.name = name
        self.kind = kind
        self.coordinatorEpoch = coordinatorEpoch
        self.message = message
    }

    private static let kinds: [Int16: (name: String, type: String?)] = [
        0: ("ABORT", nil), 1: ("COMMIT", nil), 2: ("LEADER_CHANGE", "LeaderChangeMessage"),
        3: ("SNAPSHOT_HEADER", "SnapshotHeaderRecord"), 4: ("SNAPSHOT_FOOTER", "SnapshotFooterRecord"),
        5: ("KRAFT_VERSION", "KRaftVersionRecord"), 6: ("KRAFT_VOTERS", "VotersRecord"),
    ]

    /// As kafka-dump-log puts it behind a record.
    var text: String {
        if let coordinatorEpoch { return "endTxnMarker: \(name) coordinatorEpoch: \(coordinatorEpoch)" }
        let message = message.map { " \($0.text)" } ?? ""
        return switch name {
        case "SNAPSHOT_HEADER": "SnapshotHeader\(message)"
        case "SNAPSHOT_FOOTER": "SnapshotFooter\(message)"
        case "KRAFT_VERSION": "KRaftVersion\(message)"
        case "KRAFT_VOTERS": "KRaftVoters\(message)"
        default: "controlType: \(name)(\(kind))"
        }
    }
}

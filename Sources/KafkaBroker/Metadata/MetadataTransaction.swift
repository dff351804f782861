import KafkaProtocol
import KafkaWire

/// Changes to the metadata that are being worked out: the records so far, and the image as it will be with them.
///
/// Every command of the controller runs on a copy and leaves records behind; nothing takes effect before the log
/// has taken them. That makes a request that only validates the same code as one that acts.
struct MetadataTransaction {
    /// What the one node of this cluster decides with.
    struct Settings: Sendable {
        let nodeId: Int32
        /// The log directory that new partitions are placed in.
        let directoryId: Uuid
        let defaultPartitions: Int32
        let defaultReplicationFactor: Int16
        let deleteTopicEnabled: Bool
    }

    /// Why a command was refused, in Kafka's terms.
    struct Refusal: Error, Equatable {
        let code: ErrorCode
        let message: String?

        init(_ code: ErrorCode, _ message: String? = nil) {
            self.code = code
            self.message = message
        }
    }

    /// As many partitions as one request may create; Kafka refuses larger batches of records.
    static let maximumRecordsPerRequest = 10_000

    let settings: Settings
    private(set) var image: MetadataImage
    private(set) var records: [MetadataRecord] = []

    init(image: MetadataImage, settings: Settings) {
        self.image = image
        self.settings = settings
    }

    /// Adds a record and lets it take effect on the image.
    mutating func append(_ record: MetadataRecord) {
        image.apply(record)
        records.append(record)
    }

    /// The records of a partition that begins its life on this node.
    func newPartition(_ index: Int32, topicId: Uuid, leaderEpoch: Int32 = 0) -> MetadataRecord {
        .partition(
            PartitionRecord(
                partitionId: index, topicId: topicId, replicas: [settings.nodeId], isr: [settings.nodeId],
                removingReplicas: [], addingReplicas: [], leader: settings.nodeId, leaderEpoch: leaderEpoch,
                partitionEpoch: 0,
                directories: [settings.directoryId]))
    }
}

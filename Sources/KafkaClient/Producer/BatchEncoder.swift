import KafkaRecords
import NIOCore

/// Builds batches as they travel; a value, so that compression runs outside of the producer's actor.
struct BatchEncoder: Sendable {
    let compression: CompressionType
    let identity: ProducerIdentity
    /// The first record's sequence number, or -1.
    let sequence: Int32

    @concurrent
    func encode(_ records: [ProducerRecord]) async throws(ClientError) -> ByteBuffer {
        let properties = RecordBatchBuilder.Properties(
            compression: compression, producerId: identity.id, producerEpoch: identity.epoch, baseSequence: sequence)
        var builder = RecordBatchBuilder(properties, capacity: records.reduce(64) { $0 + $1.estimatedSize })
        do throws(RecordError) {
            for record in records {
                try builder.append(
                    Record(
                        offset: 0, timestamp: record.timestamp ?? currentMilliseconds(), key: record.key,
                        value: record.value, headers: record.headers))
            }
            return try builder.build()
        } catch {
            throw .unsendableRecord("A batch of \(records.count) records cannot be built: \(error).")
        }
    }
}

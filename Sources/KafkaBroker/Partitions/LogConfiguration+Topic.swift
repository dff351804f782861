import KafkaConfiguration
import KafkaLog

extension LogConfiguration {
    /// What a topic's settings and the broker's mean for its logs.
    init(_ topic: TopicConfiguration, broker: LogSettings) {
        self.init()
        segmentBytes = topic.segmentBytes
        segmentMs = topic.segmentMs
        segmentJitterMs = topic.segmentJitterMs
        segmentIndexBytes = topic.segmentIndexBytes
        indexIntervalBytes = topic.indexIntervalBytes
        maxMessageBytes = topic.maxMessageBytes
        timestampType = topic.messageTimestampType == .logAppendTime ? .logAppendTime : .createTime
        timestampBeforeMaxMs = topic.messageTimestampBeforeMaxMs
        timestampAfterMaxMs = topic.messageTimestampAfterMaxMs
        deletes = topic.isDeleted
        compacts = topic.isCompacted
        retentionMs = topic.retentionMs
        retentionBytes = Int(topic.retentionBytes)
        fileDeleteDelayMs = topic.fileDeleteDelayMs
        flushMessages = topic.flushMessages
        flushMs = topic.flushMs
        preallocate = topic.preallocate
        showsOnlyDurable = broker.martletGroupCommitEnable
        producerIdExpirationMs = broker.producerIdExpirationMs
        minCleanableDirtyRatio = topic.minCleanableDirtyRatio
        deleteRetentionMs = topic.deleteRetentionMs
        minCompactionLagMs = topic.minCompactionLagMs
        maxCompactionLagMs = topic.maxCompactionLagMs
    }
}

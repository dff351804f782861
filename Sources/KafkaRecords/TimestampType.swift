/// Who set the timestamps of a batch (bit 3 of its attributes): the producer, or the broker at append.
public enum TimestampType: Sendable {
    case createTime
    case logAppendTime
}

/// Walks over the bytes of a Fetch answer as they arrive, to where its last tagged fields begin.
///
/// From version 16 on the addresses of brokers stand there, behind all records (KIP-951). Nothing is kept but where
/// the walk stands, so an answer may be passed on while it arrives. A pure value.
struct FetchAnswerWalker {
    /// The first version that can carry addresses.
    static let firstVersion: Int16 = 16
    /// The last version whose layout is known here.
    static let lastVersion: Int16 = 18

    /// The bytes make no sense as an answer to Fetch.
    struct Malformed: Error, Equatable {}

    private enum Step {
        case headerTags, top, topics, topicId, partitions, partitionFields, aborted, abortedFields, abortedTags
        case preferredReplica, records, partitionTags, topicTags, tail
    }

    private enum TagStep {
        case count, tag, size
    }

    private var step = Step.headerTags
    private var tagStep = TagStep.count
    private var tagsLeft: UInt32 = 0
    private var skip = 0
    private var varint: UInt64 = 0
    private var varintShift: UInt64 = 0
    private var topicsLeft: UInt32 = 0
    private var partitionsLeft: UInt32 = 0
    private var abortedLeft: UInt32 = 0

    /// Whether the last tagged fields have been reached.
    var isAtTail: Bool { step == .tail && skip == 0 }

    /// Walks on, over the frame's bytes behind its correlation id.
    ///
    /// - Returns: how many of them lie before the last tagged fields; all, where those have not begun.
    mutating func walk(_ bytes: UnsafeRawBufferPointer) throws(Malformed) -> Int {
        var index = 0
        while true {
            if skip > 0 {
                let count = min(skip, bytes.count &- index)
                skip &-= count
                index &+= count
                if skip > 0 { return index }
            }
            if step == .tail { return index }
            if let size = fixedSize {
                skip = size
                advance()
                continue
            }
            guard index < bytes.count else { return index }
            let byte = bytes[index]
            index &+= 1
            varint |= UInt64(byte & 0x7F) << varintShift
            if byte & 0x80 != 0 {
                varintShift &+= 7
                guard varintShift <= 28 else { throw Malformed() }
                continue
            }
            guard let value = UInt32(exactly: varint) else { throw Malformed() }
            (varint, varintShift) = (0, 0)
            try take(value)
        }
    }

    /// The size of a part that is passed over whole; nil for one that is a number to be looked at.
    private var fixedSize: Int? {
        switch step {
        case .top: 4 + 2 + 4
        case .topicId: 16
        case .partitionFields: 4 + 2 + 8 + 8 + 8
        case .abortedFields: 8 + 8
        case .preferredReplica: 4
        default: nil
        }
    }

    private mutating func advance() {
        switch step {
        case .top: step = .topics
        case .topicId: step = .partitions
        case .partitionFields: step = .aborted
        case .abortedFields: step = .abortedTags
        case .preferredReplica: step = .records
        default: break
        }
    }

    private mutating func take(_ value: UInt32) throws(Malformed) {
        switch step {
        case .headerTags, .abortedTags, .partitionTags, .topicTags:
            try takeOfTags(value)
        case .topics:
            topicsLeft = value > 0 ? value &- 1 : 0
            nextTopic()
        case .partitions:
            partitionsLeft = value > 0 ? value &- 1 : 0
            nextPartition()
        case .aborted:
            abortedLeft = value > 0 ? value &- 1 : 0
            step = abortedLeft > 0 ? .abortedFields : .preferredReplica
        case .records:
            guard value <= UInt32(Int32.max) else { throw Malformed() }
            skip = value > 0 ? Int(value) &- 1 : 0
            step = .partitionTags
        default: throw Malformed()
        }
    }

    private mutating func takeOfTags(_ value: UInt32) throws(Malformed) {
        switch tagStep {
        case .count:
            tagsLeft = value
            tagStep = .tag
        case .tag:
            tagStep = .size
            return
        case .size:
            guard value <= UInt32(Int32.max) else { throw Malformed() }
            skip = Int(value)
            tagsLeft &-= 1
            tagStep = .tag
        }
        guard tagsLeft == 0 else { return }
        tagStep = .count
        switch step {
        case .headerTags: step = .top
        case .abortedTags:
            abortedLeft &-= 1
            step = abortedLeft > 0 ? .abortedFields : .preferredReplica
        case .partitionTags: nextPartition()
        case .topicTags: nextTopic()
        default: throw Malformed()
        }
    }

    private mutating func nextTopic() {
        guard topicsLeft > 0 else {
            step = .tail
            return
        }
        topicsLeft &-= 1
        step = .topicId
    }

    private mutating func nextPartition() {
        guard partitionsLeft > 0 else {
            step = .topicTags
            return
        }
        partitionsLeft &-= 1
        step = .partitionFields
    }
}

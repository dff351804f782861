// Generated from protocol-specs/APIs/DescribeLogDirs.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension DescribeLogDirsRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.nullableStructures("topics", &self.topics)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DescribeLogDirsRequest.DescribableLogDirTopic: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("topic", entity: .topicName), &self.topic)
        fields.scalars("partitions", &self.partitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DescribeLogDirsResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("throttleTimeMs", &self.throttleTimeMs)
        fields.scalar(.init("errorCode", from: 3), &self.errorCode)
        fields.structures("results", &self.results)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DescribeLogDirsResponse.DescribeLogDirsResult: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("errorCode", &self.errorCode)
        fields.scalar("logDir", &self.logDir)
        fields.structures("topics", &self.topics)
        fields.scalar(.init("totalBytes", from: 4), &self.totalBytes)
        fields.scalar(.init("usableBytes", from: 4), &self.usableBytes)
        fields.scalar(.init("isCordoned", from: 5), &self.isCordoned)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DescribeLogDirsResponse.DescribeLogDirsTopic: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("name", entity: .topicName), &self.name)
        fields.structures("partitions", &self.partitions)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DescribeLogDirsResponse.DescribeLogDirsPartition: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("partitionIndex", &self.partitionIndex)
        fields.scalar("partitionSize", &self.partitionSize)
        fields.scalar("offsetLag", &self.offsetLag)
        fields.scalar("isFutureKey", &self.isFutureKey)
        fields.unknown(&self.unknownTaggedFields)
    }
}

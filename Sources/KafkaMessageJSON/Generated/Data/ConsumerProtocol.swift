// Generated from protocol-specs/Data/ConsumerProtocol.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension ConsumerProtocolSubscription: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalars("topics", &self.topics)
        fields.nullable("userData", &self.userData)
        fields.structures(.init("ownedPartitions", from: 1), &self.ownedPartitions)
        fields.scalar(.init("generationId", from: 2), &self.generationId)
        fields.nullable(.init("rackId", from: 3), &self.rackId)
    }
}

extension ConsumerProtocolSubscription.TopicPartition: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("topic", entity: .topicName), &self.topic)
        fields.scalars("partitions", &self.partitions)
    }
}

extension ConsumerProtocolAssignment: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.structures("assignedPartitions", &self.assignedPartitions)
        fields.nullable("userData", &self.userData)
    }
}

extension ConsumerProtocolAssignment.TopicPartition: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("topic", entity: .topicName), &self.topic)
        fields.scalars("partitions", &self.partitions)
    }
}

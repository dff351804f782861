// Generated from protocol-specs/APIs/FindCoordinator.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension FindCoordinatorRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("key", through: 3), &self.key)
        fields.scalar(.init("keyType", from: 1), &self.keyType)
        fields.scalars(.init("coordinatorKeys", from: 4), &self.coordinatorKeys)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension FindCoordinatorResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("throttleTimeMs", from: 1), &self.throttleTimeMs)
        fields.scalar(.init("errorCode", through: 3), &self.errorCode)
        fields.nullable(.init("errorMessage", from: 1, through: 3), &self.errorMessage)
        fields.scalar(.init("nodeId", through: 3, entity: .brokerId), &self.nodeId)
        fields.scalar(.init("host", through: 3), &self.host)
        fields.scalar(.init("port", through: 3), &self.port)
        fields.structures(.init("coordinators", from: 4), &self.coordinators)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension FindCoordinatorResponse.Coordinator: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("key", &self.key)
        fields.scalar(.init("nodeId", entity: .brokerId), &self.nodeId)
        fields.scalar("host", &self.host)
        fields.scalar("port", &self.port)
        fields.scalar("errorCode", &self.errorCode)
        fields.nullable("errorMessage", &self.errorMessage)
        fields.unknown(&self.unknownTaggedFields)
    }
}

// Generated from protocol-specs/APIs/ListConfigResources.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension ListConfigResourcesRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalars(.init("resourceTypes", from: 1), &self.resourceTypes)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ListConfigResourcesResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("throttleTimeMs", &self.throttleTimeMs)
        fields.scalar("errorCode", &self.errorCode)
        fields.structures("configResources", &self.configResources)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ListConfigResourcesResponse.ConfigResource: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("resourceName", &self.resourceName)
        fields.scalar(.init("resourceType", from: 1), &self.resourceType)
        fields.unknown(&self.unknownTaggedFields)
    }
}

// Generated from protocol-specs/APIs/AlterConfigs.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension AlterConfigsRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.structures("resources", &self.resources)
        fields.scalar("validateOnly", &self.validateOnly)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension AlterConfigsRequest.AlterConfigsResource: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("resourceType", &self.resourceType)
        fields.scalar("resourceName", &self.resourceName)
        fields.structures("configs", &self.configs)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension AlterConfigsRequest.AlterableConfig: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("name", &self.name)
        fields.nullable("value", &self.value)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension AlterConfigsResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("throttleTimeMs", &self.throttleTimeMs)
        fields.structures("responses", &self.responses)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension AlterConfigsResponse.AlterConfigsResourceResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("errorCode", &self.errorCode)
        fields.nullable("errorMessage", &self.errorMessage)
        fields.scalar("resourceType", &self.resourceType)
        fields.scalar("resourceName", &self.resourceName)
        fields.unknown(&self.unknownTaggedFields)
    }
}

// Generated from protocol-specs/APIs/IncrementalAlterConfigs.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension IncrementalAlterConfigsRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.structures("resources", &self.resources)
        fields.scalar("validateOnly", &self.validateOnly)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension IncrementalAlterConfigsRequest.AlterConfigsResource: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("resourceType", &self.resourceType)
        fields.scalar("resourceName", &self.resourceName)
        fields.structures("configs", &self.configs)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension IncrementalAlterConfigsRequest.AlterableConfig: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("name", &self.name)
        fields.scalar("configOperation", &self.configOperation)
        fields.nullable("value", &self.value)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension IncrementalAlterConfigsResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("throttleTimeMs", &self.throttleTimeMs)
        fields.structures("responses", &self.responses)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension IncrementalAlterConfigsResponse.AlterConfigsResourceResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("errorCode", &self.errorCode)
        fields.nullable("errorMessage", &self.errorMessage)
        fields.scalar("resourceType", &self.resourceType)
        fields.scalar("resourceName", &self.resourceName)
        fields.unknown(&self.unknownTaggedFields)
    }
}

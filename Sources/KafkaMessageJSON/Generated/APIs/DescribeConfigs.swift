// Generated from protocol-specs/APIs/DescribeConfigs.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension DescribeConfigsRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.structures("resources", &self.resources)
        fields.scalar(.init("includeSynonyms", from: 1), &self.includeSynonyms)
        fields.scalar(.init("includeDocumentation", from: 3), &self.includeDocumentation)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DescribeConfigsRequest.DescribeConfigsResource: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("resourceType", &self.resourceType)
        fields.scalar("resourceName", &self.resourceName)
        fields.nullableScalars("configurationKeys", &self.configurationKeys)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DescribeConfigsResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("throttleTimeMs", &self.throttleTimeMs)
        fields.structures("results", &self.results)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DescribeConfigsResponse.DescribeConfigsResult: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("errorCode", &self.errorCode)
        fields.nullable("errorMessage", &self.errorMessage)
        fields.scalar("resourceType", &self.resourceType)
        fields.scalar("resourceName", &self.resourceName)
        fields.structures("configs", &self.configs)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DescribeConfigsResponse.DescribeConfigsResourceResult: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("name", &self.name)
        fields.nullable("value", &self.value)
        fields.scalar("readOnly", &self.readOnly)
        fields.scalar(.init("isDefault", through: 0), &self.isDefault)
        fields.scalar(.init("configSource", from: 1), &self.configSource)
        fields.scalar("isSensitive", &self.isSensitive)
        fields.structures(.init("synonyms", from: 1), &self.synonyms)
        fields.scalar(.init("configType", from: 3), &self.configType)
        fields.nullable(.init("documentation", from: 3), &self.documentation)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DescribeConfigsResponse.DescribeConfigsSynonym: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("name", &self.name)
        fields.nullable("value", &self.value)
        fields.scalar("source", &self.source)
        fields.unknown(&self.unknownTaggedFields)
    }
}

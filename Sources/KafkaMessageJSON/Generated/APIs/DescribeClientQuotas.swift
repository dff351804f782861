// Generated from protocol-specs/APIs/DescribeClientQuotas.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension DescribeClientQuotasRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.structures("components", &self.components)
        fields.scalar("strict", &self.strict)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DescribeClientQuotasRequest.ComponentData: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("entityType", &self.entityType)
        fields.scalar("matchType", &self.matchType)
        fields.nullable("match", &self.match)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DescribeClientQuotasResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("throttleTimeMs", &self.throttleTimeMs)
        fields.scalar("errorCode", &self.errorCode)
        fields.nullable("errorMessage", &self.errorMessage)
        fields.nullableStructures("entries", &self.entries)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DescribeClientQuotasResponse.EntryData: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.structures("entity", &self.entity)
        fields.structures("values", &self.values)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DescribeClientQuotasResponse.EntityData: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("entityType", &self.entityType)
        fields.nullable("entityName", &self.entityName)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DescribeClientQuotasResponse.ValueData: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("key", &self.key)
        fields.scalar("value", &self.value)
        fields.unknown(&self.unknownTaggedFields)
    }
}

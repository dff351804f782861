// Generated from protocol-specs/APIs/AlterClientQuotas.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension AlterClientQuotasRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.structures("entries", &self.entries)
        fields.scalar("validateOnly", &self.validateOnly)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension AlterClientQuotasRequest.EntryData: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.structures("entity", &self.entity)
        fields.structures("ops", &self.ops)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension AlterClientQuotasRequest.EntityData: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("entityType", &self.entityType)
        fields.nullable("entityName", &self.entityName)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension AlterClientQuotasRequest.OpData: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("key", &self.key)
        fields.scalar("value", &self.value)
        fields.scalar("remove", &self.remove)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension AlterClientQuotasResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("throttleTimeMs", &self.throttleTimeMs)
        fields.structures("entries", &self.entries)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension AlterClientQuotasResponse.EntryData: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("errorCode", &self.errorCode)
        fields.nullable("errorMessage", &self.errorMessage)
        fields.structures("entity", &self.entity)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension AlterClientQuotasResponse.EntityData: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("entityType", &self.entityType)
        fields.nullable("entityName", &self.entityName)
        fields.unknown(&self.unknownTaggedFields)
    }
}

// Generated from protocol-specs/APIs/UpdateFeatures.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension UpdateFeaturesRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("timeoutMs", &self.timeoutMs)
        fields.structures("featureUpdates", &self.featureUpdates)
        fields.scalar(.init("validateOnly", from: 1), &self.validateOnly)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension UpdateFeaturesRequest.FeatureUpdateKey: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("feature", &self.feature)
        fields.scalar("maxVersionLevel", &self.maxVersionLevel)
        fields.scalar(.init("allowDowngrade", through: 0), &self.allowDowngrade)
        fields.scalar(.init("upgradeType", from: 1), &self.upgradeType)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension UpdateFeaturesResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("throttleTimeMs", &self.throttleTimeMs)
        fields.scalar("errorCode", &self.errorCode)
        fields.nullable("errorMessage", &self.errorMessage)
        fields.structures(.init("results", through: 1), &self.results)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension UpdateFeaturesResponse.UpdatableFeatureResult: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("feature", &self.feature)
        fields.scalar("errorCode", &self.errorCode)
        fields.nullable("errorMessage", &self.errorMessage)
        fields.unknown(&self.unknownTaggedFields)
    }
}

// Generated from protocol-specs/APIs/ApiVersions.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension ApiVersionsRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("clientSoftwareName", from: 3), &self.clientSoftwareName)
        fields.scalar(.init("clientSoftwareVersion", from: 3), &self.clientSoftwareVersion)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ApiVersionsResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("errorCode", &self.errorCode)
        fields.structures("apiKeys", &self.apiKeys)
        fields.scalar(.init("throttleTimeMs", from: 1), &self.throttleTimeMs)
        fields.structures(.init("supportedFeatures", from: 3, tag: 0), &self.supportedFeatures)
        fields.scalar(.init("finalizedFeaturesEpoch", from: 3, tag: 1), &self.finalizedFeaturesEpoch)
        fields.structures(.init("finalizedFeatures", from: 3, tag: 2), &self.finalizedFeatures)
        fields.scalar(.init("zkMigrationReady", from: 3, tag: 3), &self.zkMigrationReady)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ApiVersionsResponse.ApiVersion: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("apiKey", &self.apiKey)
        fields.scalar("minVersion", &self.minVersion)
        fields.scalar("maxVersion", &self.maxVersion)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ApiVersionsResponse.SupportedFeatureKey: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("name", &self.name)
        fields.scalar("minVersion", &self.minVersion)
        fields.scalar("maxVersion", &self.maxVersion)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension ApiVersionsResponse.FinalizedFeatureKey: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("name", &self.name)
        fields.scalar("maxVersionLevel", &self.maxVersionLevel)
        fields.scalar("minVersionLevel", &self.minVersionLevel)
        fields.unknown(&self.unknownTaggedFields)
    }
}

// Generated from protocol-specs/InternalRecords/Metadata/FeatureLevelRecord.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension FeatureLevelRecord: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("name", &self.name)
        fields.scalar("featureLevel", &self.featureLevel)
        fields.unknown(&self.unknownTaggedFields)
    }
}

// Generated from protocol-specs/APIs/RemoveRaftVoter.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension RemoveRaftVoterRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.nullable("clusterId", &self.clusterId)
        fields.scalar("voterId", &self.voterId)
        fields.scalar("voterDirectoryId", &self.voterDirectoryId)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension RemoveRaftVoterResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("throttleTimeMs", &self.throttleTimeMs)
        fields.scalar("errorCode", &self.errorCode)
        fields.nullable("errorMessage", &self.errorMessage)
        fields.unknown(&self.unknownTaggedFields)
    }
}

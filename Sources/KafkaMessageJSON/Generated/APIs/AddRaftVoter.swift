// Generated from protocol-specs/APIs/AddRaftVoter.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension AddRaftVoterRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.nullable("clusterId", &self.clusterId)
        fields.scalar("timeoutMs", &self.timeoutMs)
        fields.scalar("voterId", &self.voterId)
        fields.scalar("voterDirectoryId", &self.voterDirectoryId)
        fields.structures("listeners", &self.listeners)
        fields.scalar(.init("ackWhenCommitted", from: 1), &self.ackWhenCommitted)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension AddRaftVoterRequest.Listener: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("name", &self.name)
        fields.scalar("host", &self.host)
        fields.scalar("port", &self.port)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension AddRaftVoterResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("throttleTimeMs", &self.throttleTimeMs)
        fields.scalar("errorCode", &self.errorCode)
        fields.nullable("errorMessage", &self.errorMessage)
        fields.unknown(&self.unknownTaggedFields)
    }
}

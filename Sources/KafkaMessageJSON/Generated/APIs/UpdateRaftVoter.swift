// Generated from protocol-specs/APIs/UpdateRaftVoter.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension UpdateRaftVoterRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.nullable("clusterId", &self.clusterId)
        fields.scalar("currentLeaderEpoch", &self.currentLeaderEpoch)
        fields.scalar("voterId", &self.voterId)
        fields.scalar("voterDirectoryId", &self.voterDirectoryId)
        fields.structures("listeners", &self.listeners)
        fields.structure("kRaftVersionFeature", &self.kRaftVersionFeature)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension UpdateRaftVoterRequest.Listener: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("name", &self.name)
        fields.scalar("host", &self.host)
        fields.scalar("port", &self.port)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension UpdateRaftVoterRequest.KRaftVersionFeature: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("minSupportedVersion", &self.minSupportedVersion)
        fields.scalar("maxSupportedVersion", &self.maxSupportedVersion)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension UpdateRaftVoterResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("throttleTimeMs", &self.throttleTimeMs)
        fields.scalar("errorCode", &self.errorCode)
        fields.structure(.init("currentLeader", tag: 0), &self.currentLeader)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension UpdateRaftVoterResponse.CurrentLeader: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("leaderId", entity: .brokerId), &self.leaderId)
        fields.scalar("leaderEpoch", &self.leaderEpoch)
        fields.scalar("host", &self.host)
        fields.scalar("port", &self.port)
        fields.unknown(&self.unknownTaggedFields)
    }
}

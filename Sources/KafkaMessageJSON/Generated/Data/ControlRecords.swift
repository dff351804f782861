// Generated from protocol-specs/Data/ControlRecords.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension ControlRecordTypeSchema: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("type", &self.type)
    }
}

extension EndTxnMarker: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("coordinatorEpoch", &self.coordinatorEpoch)
    }
}

extension LeaderChangeMessage: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("version", &self.version)
        fields.scalar(.init("leaderId", entity: .brokerId), &self.leaderId)
        fields.structures("voters", &self.voters)
        fields.structures("grantingVoters", &self.grantingVoters)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension LeaderChangeMessage.Voter: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("voterId", &self.voterId)
        fields.scalar(.init("voterDirectoryId", from: 1), &self.voterDirectoryId)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension SnapshotHeaderRecord: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("version", &self.version)
        fields.scalar("lastContainedLogTimestamp", &self.lastContainedLogTimestamp)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension SnapshotFooterRecord: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("version", &self.version)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension KRaftVersionRecord: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("version", &self.version)
        fields.scalar("kRaftVersion", &self.kRaftVersion)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension VotersRecord: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("version", &self.version)
        fields.structures("voters", &self.voters)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension VotersRecord.Voter: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("voterId", entity: .brokerId), &self.voterId)
        fields.scalar("voterDirectoryId", &self.voterDirectoryId)
        fields.structures("endpoints", &self.endpoints)
        fields.structure("kRaftVersionFeature", &self.kRaftVersionFeature)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension VotersRecord.Endpoint: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("name", &self.name)
        fields.scalar("host", &self.host)
        fields.scalar("port", &self.port)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension VotersRecord.KRaftVersionFeature: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("minSupportedVersion", &self.minSupportedVersion)
        fields.scalar("maxSupportedVersion", &self.maxSupportedVersion)
        fields.unknown(&self.unknownTaggedFields)
    }
}

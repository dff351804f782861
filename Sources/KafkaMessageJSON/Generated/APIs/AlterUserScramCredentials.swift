// Generated from protocol-specs/APIs/AlterUserScramCredentials.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension AlterUserScramCredentialsRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.structures("deletions", &self.deletions)
        fields.structures("upsertions", &self.upsertions)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension AlterUserScramCredentialsRequest.ScramCredentialDeletion: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("name", &self.name)
        fields.scalar("mechanism", &self.mechanism)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension AlterUserScramCredentialsRequest.ScramCredentialUpsertion: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("name", &self.name)
        fields.scalar("mechanism", &self.mechanism)
        fields.scalar("iterations", &self.iterations)
        fields.scalar("salt", &self.salt)
        fields.scalar("saltedPassword", &self.saltedPassword)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension AlterUserScramCredentialsResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("throttleTimeMs", &self.throttleTimeMs)
        fields.structures("results", &self.results)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension AlterUserScramCredentialsResponse.AlterUserScramCredentialsResult: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("user", &self.user)
        fields.scalar("errorCode", &self.errorCode)
        fields.nullable("errorMessage", &self.errorMessage)
        fields.unknown(&self.unknownTaggedFields)
    }
}

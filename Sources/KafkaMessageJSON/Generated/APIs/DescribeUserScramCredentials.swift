// Generated from protocol-specs/APIs/DescribeUserScramCredentials.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension DescribeUserScramCredentialsRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.nullableStructures("users", &self.users)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DescribeUserScramCredentialsRequest.UserName: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("name", &self.name)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DescribeUserScramCredentialsResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("throttleTimeMs", &self.throttleTimeMs)
        fields.scalar("errorCode", &self.errorCode)
        fields.nullable("errorMessage", &self.errorMessage)
        fields.structures("results", &self.results)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DescribeUserScramCredentialsResponse.DescribeUserScramCredentialsResult: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("user", &self.user)
        fields.scalar("errorCode", &self.errorCode)
        fields.nullable("errorMessage", &self.errorMessage)
        fields.structures("credentialInfos", &self.credentialInfos)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DescribeUserScramCredentialsResponse.CredentialInfo: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("mechanism", &self.mechanism)
        fields.scalar("iterations", &self.iterations)
        fields.unknown(&self.unknownTaggedFields)
    }
}

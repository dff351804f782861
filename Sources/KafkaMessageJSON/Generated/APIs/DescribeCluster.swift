// Generated from protocol-specs/APIs/DescribeCluster.spec by tools/protocol-generator. Do not edit.

import KafkaProtocol

extension DescribeClusterRequest: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("includeClusterAuthorizedOperations", &self.includeClusterAuthorizedOperations)
        fields.scalar(.init("endpointType", from: 1), &self.endpointType)
        fields.scalar(.init("includeFencedBrokers", from: 2), &self.includeFencedBrokers)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DescribeClusterResponse: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar("throttleTimeMs", &self.throttleTimeMs)
        fields.scalar("errorCode", &self.errorCode)
        fields.nullable("errorMessage", &self.errorMessage)
        fields.scalar(.init("endpointType", from: 1), &self.endpointType)
        fields.scalar("clusterId", &self.clusterId)
        fields.scalar(.init("controllerId", entity: .brokerId), &self.controllerId)
        fields.structures("brokers", &self.brokers)
        fields.scalar("clusterAuthorizedOperations", &self.clusterAuthorizedOperations)
        fields.unknown(&self.unknownTaggedFields)
    }
}

extension DescribeClusterResponse.DescribeClusterBroker: JSONStruct {
    static var blank: Self { Self() }

    mutating func walk(_ fields: any FieldWalker) {
        fields.scalar(.init("brokerId", entity: .brokerId), &self.brokerId)
        fields.scalar("host", &self.host)
        fields.scalar("port", &self.port)
        fields.nullable("rack", &self.rack)
        fields.scalar(.init("isFenced", from: 2), &self.isFenced)
        fields.unknown(&self.unknownTaggedFields)
    }
}

import KafkaProtocol
import KafkaWire
import Testing

@Suite struct ApiIndexTests {
    @Test func keysHaveKafkasNamesAndVersions() {
        #expect(ApiKey.all.map(\.rawValue) == Array(0...92))
        #expect(ApiKey.fetch.rawValue == 1 && ApiKey.fetch.name == "Fetch")
        #expect(ApiKey.fetch.validVersions == 0...18 && ApiKey.fetch.kafka43Versions == 4...18)
        #expect(ApiKey.leaderAndIsr.kafka43Versions == nil && ApiKey.leaderAndIsr.validVersions != nil)
        #expect(ApiKey.initProducerId.apiDescription?.isLatestUnstable == true)
        #expect(ApiKey.vote.apiDescription?.listeners == .controller)
        #expect(ApiKey(rawValue: 93).validVersions == nil && ApiKey(rawValue: -1).name == "-1")
    }

    @Test func everyKeyHasItsTypes() throws {
        for key in ApiKey.all {
            #expect(try #require(key.requestType).apiKey == key)
            #expect(try #require(key.responseType).apiKey == key)
            #expect(key.requestType?.validVersions == key.validVersions)
        }
        #expect(ApiKey(rawValue: 93).requestType == nil)
    }

    @Test func metadataRecordsAreFoundByNumber() {
        #expect(MetadataRecordType(rawValue: 2).messageType == TopicRecord.self)
        #expect(MetadataRecordType(rawValue: 2).messageType?.apiKey == 2)
        #expect(MetadataRecordType(rawValue: 999).messageType == nil)
    }

    @Test func headersOfOldControlledShutdownAndApiVersionsAreSpecial() {
        #expect(ApiKey.controlledShutdown.requestHeaderVersion(0) == 0)
        #expect(ApiKey.controlledShutdown.requestHeaderVersion(1) == 1)
        #expect(ApiKey.apiVersions.requestHeaderVersion(3) == 2 && ApiKey.apiVersions.responseHeaderVersion(3) == 0)
        #expect(ApiKey.saslHandshake.requestHeaderVersion(1) == 1 && ApiKey.saslHandshake.responseHeaderVersion(1) == 0)
    }
}

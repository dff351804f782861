import KafkaMessageJSON
import KafkaProtocol
import KafkaWire

/// Which APIs have names of things in them, and up to which version: newer ones of some have ids of topics in their
/// place, which say nothing to who looks for names.
enum NamedApis {
    /// APIs with names in fields that the specification does not mark.
    private static let unmarked: Set<ApiKey> = [
        .findCoordinator, .describeConfigs, .alterConfigs, .incrementalAlterConfigs, .listConfigResources,
        .joinGroup, .syncGroup, .describeGroups,
    ]

    /// APIs that name topics by ids in every version. They are not served where names count.
    private static let withoutNames: Set<ApiKey> = [.shareFetch, .shareAcknowledge]

    /// An interest in every API, of those that brokers serve to clients, in which such names stand.
    static func interests(in entities: Set<FieldEntity>) -> [FilterInterest] {
        ApiKey.all.compactMap { key in
            guard key.apiDescription?.listeners.contains(.broker) == true, let versions = key.validVersions,
                let request = MessageType(api: key, kind: .request)?.fields,
                let response = MessageType(api: key, kind: .response)?.fields
            else { return nil }
            if withoutNames.contains(key) { return FilterInterest(key, newestVersion: -1) }
            let isNamed = unmarked.contains(key)
            let inRequest = isNamed || holds(request, entities)
            guard inRequest || isNamed || holds(response, entities) else { return nil }
            return FilterInterest(
                key, requests: inRequest, responses: true, newestVersion: newest(key, request, versions))
        }
    }

    /// The last version in which a request names its topics.
    static func newest(
        _ key: ApiKey, _ request: [FieldDescription], _ versions: ClosedRange<Int16>
    ) -> Int16? {
        // Its last version has names and ids side by side, one of which is to be left out.
        if key == .deleteTopics { return 5 }
        guard let last = lastWithNames(request), last < versions.upperBound, hasIds(request) else { return nil }
        return last
    }

    private static func holds(_ fields: [FieldDescription], _ entities: Set<FieldEntity>) -> Bool {
        fields.contains { field in field.entity.map(entities.contains) == true || holds(field.fields, entities) }
    }

    private static func lastWithNames(_ fields: [FieldDescription]) -> Int16? {
        fields.compactMap { field in
            field.entity == .topicName ? field.versions.upperBound : lastWithNames(field.fields)
        }.max()
    }

    private static func hasIds(_ fields: [FieldDescription]) -> Bool {
        fields.contains { $0.name == "topicId" || hasIds($0.fields) }
    }
}

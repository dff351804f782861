import KafkaProtocol
import KafkaServer
import KafkaWire

/// ApiVersions, versions 0 to 4 (KIP-35, KIP-511, KIP-584): what is served, and the cluster's features.
///
/// A client newer than this broker gets the answer of version 0 with UNSUPPORTED_VERSION and the versions of this
/// API, and comes back with one of them.
extension BrokerEngine {
    func apiVersions(_ request: Request, _ output: inout ResponseBuffer) -> Outcome {
        guard let message = decode(ApiVersionsRequest.self, request) else { return malformed(request) }
        if request.apiVersion >= 3,
            !Self.isSoftwareName(message.clientSoftwareName)
                || !Self.isSoftwareName(message.clientSoftwareVersion)
        {
            return output.answer(request, ApiVersionsResponse(errorCode: ErrorCode.invalidRequest.rawValue))
        }
        if request.apiVersion >= 3 {
            request.context.connectionState.software = ClientSoftware(
                name: message.clientSoftwareName, version: message.clientSoftwareVersion)
        }
        return output.answer(request, apiVersionsResponse(version: request.apiVersion))
    }

    func apiVersionsFallback(_ request: Request, _ output: inout ResponseBuffer) -> Outcome {
        let response = ApiVersionsResponse(
            errorCode: ErrorCode.unsupportedVersion.rawValue, apiKeys: [Self.entry(.apiVersions)].compactMap { $0 })
        return output.answer(request, response, version: 0)
    }

    private func apiVersionsResponse(version: Int16) -> ApiVersionsResponse {
        var response = ApiVersionsResponse(errorCode: 0, apiKeys: Self.entries)
        guard version >= 3 else { return response }
        let features = broker.topics.current.features
        // Before version 4 a minimum of 0 could not be told (KAFKA-17011): such features are left out.
        response.supportedFeatures = SupportedFeatures.all.filter { version >= 4 || $0.minimum > 0 }.map {
            .init(name: $0.name, minVersion: $0.minimum, maxVersion: $0.maximum)
        }
        response.finalizedFeaturesEpoch = features.epoch
        response.finalizedFeatures = features.levels.filter { $0.value > 0 }.sorted { $0.key < $1.key }.map {
            .init(name: $0.key, maxVersionLevel: $0.value, minVersionLevel: $0.value)
        }
        return response
    }

    private static let entries = ServedApis.all.compactMap(entry)

    private static func entry(_ key: ApiKey) -> ApiVersionsResponse.ApiVersion? {
        ServedApis.advertisedVersions(key).map {
            .init(apiKey: key.rawValue, minVersion: $0.lowerBound, maxVersion: $0.upperBound)
        }
    }

    /// `[a-zA-Z0-9](?:[a-zA-Z0-9\-.]*[a-zA-Z0-9])?`, the form KIP-511 asks of names and versions.
    private static func isSoftwareName(_ text: String) -> Bool {
        func isAlphanumeric(_ byte: UInt8) -> Bool {
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        }
        guard let first = text.utf8.first, let last = text.utf8.last else { return false }
        return isAlphanumeric(first) && isAlphanumeric(last)
            && text.utf8.allSatisfy { isAlphanumeric($0) || $0 == 0x2D || $0 == 0x2E }
    }
}

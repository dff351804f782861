import KafkaProtocol
import KafkaWire

/// Which version of the request header an API's version travels with; the generated facts in a form that costs one
/// look into an array for each request.
enum RequestHeaderVersions {
    /// By API key, the first version with a flexible header (KIP-482).
    private static let flexibleSince: [Int16] = {
        let last = ApiKey.all.map(\.rawValue).max() ?? -1
        return (0..<max(0, last &+ 1)).map { key in
            ApiKey(rawValue: key).apiDescription?.firstFlexibleRequest ?? .max
        }
    }()

    /// 2 with tagged fields, 1 without; 0, which has no client id, only for the first ControlledShutdown. Versions
    /// that are not known yet are taken to be flexible if the API's last known one is, keys that are not known to be old.
    static func version(apiKey: Int16, apiVersion: Int16) -> Int {
        let key = Int(apiKey)
        guard flexibleSince.indices.contains(key) else { return 1 }
        if apiVersion >= flexibleSince[key] { return 2 }
        return apiVersion == 0 && apiKey == ApiKey.controlledShutdown.rawValue ? 0 : 1
    }
}

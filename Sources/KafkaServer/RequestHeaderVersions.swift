/// Which version of the request header an API's version travels with.
enum RequestHeaderVersions {
    /// By API key, the first version with a flexible header (KIP-482).
    private static let flexibleSince: [Int16] = [
        9, 12, 6, 9, 4, 2, 6, 3, 8, 6, 3, 6, 4, 4, 4, 5, 3, never, 3, 5, 4, 2, 2, 4, 3, 3, 3, 1, 3, 2, 2, 2, 4, 2, 2,
        2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 0, 0, never, 1, 1,
    ]
    private static let never = Int16.max
    private static let controlledShutdown: Int16 = 7

    /// 2 with tagged fields, 1 without; 0, which has no client id, only for the first ControlledShutdown. Versions
    /// that are not known yet are taken to be flexible, keys that are not known to be old.
    static func version(apiKey: Int16, apiVersion: Int16) -> Int {
        let key = Int(apiKey)
        if flexibleSince.indices.contains(key) {
            if apiVersion >= flexibleSince[key] { return 2 }
            return apiKey == controlledShutdown && apiVersion == 0 ? 0 : 1
        }
        return key >= flexibleSince.count && key <= 92 ? 2 : 1
    }
}

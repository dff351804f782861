/// Where clients of one listener are told to find this broker.
struct AdvertisedEndpoint: Sendable, Equatable {
    let host: String
    let port: Int32
}

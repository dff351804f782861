/// The content of `.kafka_cleanshutdown`: that it is there says that all logs were closed in order.
public struct CleanShutdownMarker: Equatable, Sendable {
    public static let fileName = ".kafka_cleanshutdown"

    /// The broker's epoch when it stopped, -1 = unknown (KIP-966).
    public var brokerEpoch: Int64

    public init(brokerEpoch: Int64) {
        self.brokerEpoch = brokerEpoch
    }

    /// Any content counts; older brokers left the file empty.
    public init(text: String) {
        brokerEpoch = -1
        guard let name = text.firstRange(of: "\"brokerEpoch\"") else { return }
        let digits = text[name.upperBound...].drop { $0 == ":" || $0 == " " }.prefix { $0 == "-" || $0.isNumber }
        brokerEpoch = Int64(digits) ?? -1
    }

    public var text: String { "{\"version\":0,\"brokerEpoch\":\(brokerEpoch)}" }
}

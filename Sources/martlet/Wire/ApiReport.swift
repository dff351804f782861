import KafkaMessageJSON
import KafkaProtocol
import KafkaWire

/// The APIs of the protocol as `martlet wire apis` lists them.
enum ApiReport {
    private static let widths = [4, 28, 9, 9, 10]

    /// A header and a line an API.
    static var table: [String] {
        let head = columns(["KEY", "NAME", "VERSIONS", "FLEXIBLE", "KAFKA-4.3", "LISTENERS"], widths: widths)
        return [head]
            + rows.map { api in
                let served = api.kafka43Versions.map { text($0) + (api.isLatestUnstable ? "*" : "") }
                return columns(
                    [
                        "\(api.key.rawValue)", api.name, text(api.validVersions), flexible(api), served ?? "none",
                        listeners(api).joined(separator: ","),
                    ], widths: widths)
            }
    }

    /// An array with an object an API.
    static var json: JSONValue {
        .array(
            rows.map { api in
                .object([
                    .init("key", .integer(Int64(api.key.rawValue))), .init("name", .string(api.name)),
                    .init("versions", .string(text(api.validVersions))),
                    .init("flexibleRequests", .string(text(from: api.firstFlexibleRequest))),
                    .init("flexibleResponses", .string(text(from: api.firstFlexibleResponse))),
                    .init("kafka43Versions", .string(api.kafka43Versions.map(text) ?? "none")),
                    .init("latestVersionUnstable", .bool(api.isLatestUnstable)),
                    .init("listeners", .array(listeners(api).map { .string($0) })),
                ])
            })
    }

    private static var rows: [ApiDescription] { ApiKey.all.compactMap(\.apiDescription) }

    /// `12+`; with both where the response differs from the request.
    private static func flexible(_ api: ApiDescription) -> String {
        let (request, response) = (text(from: api.firstFlexibleRequest), text(from: api.firstFlexibleResponse))
        return request == response ? request : "\(request)/\(response)"
    }

    private static func text(from first: Int16) -> String {
        first == .max ? "none" : "\(first)+"
    }

    private static func listeners(_ api: ApiDescription) -> [String] {
        let all: [(ApiListeners, String)] = [(.broker, "broker"), (.controller, "controller")]
        let names = all.filter { api.listeners.contains($0.0) }.map(\.1)
        return names.isEmpty ? ["none"] : names
    }

    /// As specifications write ranges.
    static func text(_ versions: ClosedRange<Int16>) -> String {
        versions.count == 1 ? "\(versions.lowerBound)" : "\(versions.lowerBound)-\(versions.upperBound)"
    }
}

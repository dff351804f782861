import KafkaServer

/// What the console answers a request, whatever carries it.
struct ConsoleAnswer: Sendable, Equatable {
    var status: Int
    var mediaType = "application/json"
    var body: String
    /// The methods that would do, where the request's does not.
    var allow: String?

    /// The answer to a request.
    ///
    /// - Parameters:
    ///   - method: as the request names it.
    ///   - target: path and query; the query means nothing here.
    static func to(_ method: String, _ target: String, _ status: ConsoleStatus) async -> ConsoleAnswer {
        let path = target.prefix { $0 != "?" }
        guard ["/health", "/ready", "/metrics"].contains(path) else {
            return ConsoleAnswer(
                status: 404, body: #"{"error":"there is /health, /ready and /metrics"}"# + "\n")
        }
        guard method == "GET" || method == "HEAD" else {
            return ConsoleAnswer(status: 405, body: #"{"error":"use GET or HEAD"}"# + "\n", allow: "GET, HEAD")
        }
        switch path {
        case "/ready": return answer(await status.readiness())
        case "/metrics":
            return ConsoleAnswer(
                status: 200, mediaType: PrometheusText.mediaType, body: PrometheusText(await status.metrics()).text)
        default: return ConsoleAnswer(status: 200, body: #"{"alive":true}"# + "\n")
        }
    }

    private static func answer(_ readiness: Readiness) -> ConsoleAnswer {
        switch readiness {
        case .ready: ConsoleAnswer(status: 200, body: #"{"ready":true}"# + "\n")
        case .notReady(let reason):
            ConsoleAnswer(status: 503, body: #"{"ready":false,"reason":""# + escaped(reason) + "\"}\n")
        }
    }

    /// Text inside a JSON string.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

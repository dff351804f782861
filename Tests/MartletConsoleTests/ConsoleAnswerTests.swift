import KafkaServer
import Testing

@testable import MartletConsole

@Suite struct ConsoleAnswerTests {
    private let status = ConsoleStatus(process: ProcessMetrics(version: "1", engine: "broker"))

    private func answer(_ target: String, method: String = "GET") async -> ConsoleAnswer {
        await ConsoleAnswer.to(method, target, status)
    }

    @Test func aliveMeansThatItAnswers() async {
        #expect(await answer("/health").status == 200)
        status.drain()
        #expect(await answer("/health?verbose").status == 200)
    }

    @Test func readyOnlyWhileClientsAreServed() async {
        #expect(await answer("/ready").status == 503)
        #expect(await answer("/ready").body == #"{"ready":false,"reason":"starting"}"# + "\n")
        status.serve(.init(metrics: { [] }, readiness: { .ready }))
        #expect(await answer("/ready").body == #"{"ready":true}"# + "\n")
        status.serve(.init(metrics: { [] }, readiness: { .notReady("a \"b\"\n\u{1}") }))
        #expect(await answer("/ready").status == 503)
        #expect(await answer("/ready").body == #"{"ready":false,"reason":"a \"b\"\u000a\u0001"}"# + "\n")
        status.drain()
        #expect(await answer("/ready").body == #"{"ready":false,"reason":"draining"}"# + "\n")
    }

    @Test func metricsSayWhetherItIsReady() async {
        #expect(await answer("/metrics").body.contains("\nmartlet_ready 0\n"))
        status.serve(
            .init(
                metrics: { [MetricFamily(MetricDefinition("martlet_topics", .gauge, "Topics."), .integer(3))] },
                readiness: { .ready }))
        let answer = await answer("/metrics")
        #expect(answer.mediaType == "text/plain; version=0.0.4; charset=utf-8")
        #expect(answer.body.contains("\nmartlet_ready 1\n"))
        #expect(answer.body.contains("\nmartlet_topics 3\n"))
    }

    @Test(arguments: ["/", "", "/metrics/", "*", "/health/x", "//metrics", "http://a/metrics"])
    func otherPathsAreNotFound(_ target: String) async {
        #expect(await answer(target).status == 404)
    }

    @Test(arguments: ["POST", "PUT", "DELETE", "OPTIONS", "BREW", "get"])
    func otherMethodsAreNotAllowed(_ method: String) async {
        let answer = await answer("/health", method: method)
        #expect(answer.status == 405)
        #expect(answer.allow == "GET, HEAD")
    }
}

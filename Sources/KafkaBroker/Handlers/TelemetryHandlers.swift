import KafkaConfiguration
import KafkaProtocol
import KafkaRecords
import KafkaServer
import KafkaWire
import Logging
import NIOCore

/// GetTelemetrySubscriptions and PushTelemetry, version 0 (KIP-714): clients tell their own metrics.
///
/// What comes is checked, counted and logged (`martlet.telemetry` at DEBUG); it goes nowhere else.
extension BrokerEngine {
    /// In the order in which clients should prefer them: zstd, lz4, gzip, snappy.
    private static let codecs: [Int8] = [4, 3, 1, 2]

    func getTelemetrySubscriptions(_ request: Request, _ output: inout ResponseBuffer) -> Outcome {
        guard let message = decode(GetTelemetrySubscriptionsRequest.self, request) else { return malformed(request) }
        let client = Self.telemetryClient(request)
        let id: Uuid
        if message.clientInstanceId == .zero {
            var generator = SystemRandomNumberGenerator()
            id = Uuid.random(using: &generator)
        } else {
            id = message.clientInstanceId
        }
        let response: GetTelemetrySubscriptionsResponse
        do throws(TelemetryRefusal) {
            let instance = try broker.telemetry.withState(broker.topics.current) { (state) throws(TelemetryRefusal) in
                try state.subscribe(id, client, connection: request.context.id, now: broker.clock.ticks())
            }
            response = GetTelemetrySubscriptionsResponse(
                errorCode: 0, clientInstanceId: id, subscriptionId: instance.subscriptionId,
                acceptedCompressionTypes: Self.codecs, pushIntervalMs: instance.intervalMs,
                telemetryMaxBytes: Int32(clamping: broker.configuration.telemetryMaxBytes), deltaTemporality: true,
                requestedMetrics: instance.metrics)
        } catch {
            response = GetTelemetrySubscriptionsResponse(errorCode: error.code.rawValue)
        }
        return output.answer(request, response)
    }

    /// The checks come at once, so that pushes of a client count in their order; unpacking is work for another thread.
    func pushTelemetry(_ request: Request, _ output: inout ResponseBuffer) -> Outcome {
        guard let message = decode(PushTelemetryRequest.self, request) else { return malformed(request) }
        let reserved = [Uuid.zero, Uuid(high: 0, low: 1)]
        let limit = broker.configuration.telemetryMaxBytes
        do throws(TelemetryRefusal) {
            guard !reserved.contains(message.clientInstanceId) else { throw TelemetryRefusal(code: .invalidRequest) }
            try broker.telemetry.withState(broker.topics.current) { (state) throws(TelemetryRefusal) in
                try state.push(
                    .init(
                        instance: message.clientInstanceId, subscriptionId: message.subscriptionId,
                        isTerminating: message.terminating, compression: message.compressionType,
                        size: message.metrics.readableBytes, limit: limit),
                    Self.telemetryClient(request), connection: request.context.id, now: broker.clock.ticks())
            }
        } catch {
            return output.answer(request, PushTelemetryResponse(errorCode: error.code.rawValue))
        }
        guard message.metrics.readableBytes > 0 else {
            return output.answer(request, PushTelemetryResponse(errorCode: 0))
        }
        let token = request.replyToken
        let clientId = request.clientId ?? ""
        Task { token.reply(PushTelemetryResponse(errorCode: count(message, clientId, limit: limit).rawValue)) }
        return .queued
    }

    private func count(_ message: PushTelemetryRequest, _ clientId: String, limit: Int) -> ErrorCode {
        let id = message.clientInstanceId
        let size = message.metrics.readableBytes
        do throws(MetricsPayload.Failure) {
            let metrics = try MetricsPayload.countMetrics(
                message.metrics, CompressionType(rawValue: message.compressionType) ?? .none, limit: limit)
            broker.telemetry.withState(broker.topics.current) { $0.pushed(id, bytes: size, metrics: metrics) }
            broker.telemetry.logger.debug(
                "a client pushed metrics",
                metadata: [
                    "client": "\(clientId)", "instance": "\(id)", "bytes": "\(size)", "metrics": "\(metrics)",
                ])
            return .none
        } catch {
            broker.telemetry.withState(broker.topics.current) { $0.pushed(id, bytes: size, metrics: nil) }
            // INVALID_RECORD makes clients stop for good, which is wrong for metrics that unpack to too much.
            return error == .tooLarge ? .telemetryTooLarge : .invalidRecord
        }
    }

    private static func telemetryClient(_ request: Request) -> TelemetryClient {
        TelemetryClient(
            clientId: request.clientId ?? "",
            software: request.context.connectionState.software, address: request.context.peerHost,
            port: request.context.peerPort)
    }
}

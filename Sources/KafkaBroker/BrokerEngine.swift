import KafkaCoordination
import KafkaProtocol
import KafkaSecurity
import KafkaServer
import KafkaWire
import NIOCore

/// Engine one: answers requests from this broker's own logs.
///
/// The engine only dispatches; each API has a file of its own under `Handlers`.
struct BrokerEngine: Engine {
    let broker: Broker

    init(_ broker: Broker) {
        self.broker = broker
    }

    func serverStarting(eventLoops: any EventLoopGroup) {
        broker.groups.use(eventLoops)
        guard let topic = broker.topics.current.topic(name: TopicName.consumerOffsets) else { return }
        // From the first request on, groups are known to be here; what is in them is read meanwhile.
        let shards = broker.groups.prepare(topic)
        Task.detached { for shard in shards { shard.load() } }
    }

    func handle(_ request: inout Request, output: inout ResponseBuffer) -> Outcome {
        guard ServedApis.serves(request.apiKey, request.apiVersion) else {
            return refuse(request, &output)
        }
        guard broker.quotas.limitsRequests else { return dispatch(&request, output: &output) }
        return broker.quotas.measured(&request, &output) { dispatch(&$0, output: &$1) }
    }

    private func dispatch(_ request: inout Request, output: inout ResponseBuffer) -> Outcome {
        switch request.apiKey {
        case .produce: return produce(&request, &output)
        case .fetch: return fetch(request, &output)
        case .heartbeat: return heartbeat(request, &output)
        case .listOffsets: return listOffsets(request, &output)
        case .metadata: return metadata(request, &output)
        case .apiVersions: return apiVersions(request, &output)
        case .offsetForLeaderEpoch: return answer(request, &output, offsetForLeaderEpoch)
        case .describeCluster: return answer(request, &output, describeCluster)
        case .describeTopicPartitions: return answer(request, &output, describeTopicPartitions)
        case .initProducerId: return initProducerId(request, &output)
        case .createTopics: return answerLater(request, createTopics)
        case .deleteTopics: return answerLater(request, deleteTopics)
        case .createPartitions: return answerLater(request, createPartitions)
        case .deleteRecords: return answerLater(request, deleteRecords)
        case .describeConfigs: return answer(request, &output, describeConfigs)
        case .alterConfigs: return answerLater(request, alterConfigs)
        case .incrementalAlterConfigs: return answerLater(request, incrementalAlterConfigs)
        default: return handleClusterApi(request, &output)
        }
    }

    func connectionClosed(_ context: ConnectionContext, reason: CloseReason) {
        broker.delayedFetches.connectionClosed(context.id)
        broker.telemetry.connectionClosed(context.id)
    }

    func serverStopping() {
        broker.delayedFetches.answerAll()
    }

    /// Decodes a request, answers it here and now.
    func answer<Message: RequestMessage>(
        _ request: Request, _ output: inout ResponseBuffer, _ body: (Message, Request) -> Message.Response
    ) -> Outcome {
        guard let message = decode(Message.self, request) else { return malformed(request) }
        return output.answer(request, body(message, request))
    }

    /// Decodes a request, answers it from a task of its own: for work that waits for the disk.
    func answerLater<Message: RequestMessage>(
        _ request: Request, _ body: @escaping @Sendable (Message, Request.Origin) async -> Message.Response
    ) -> Outcome {
        guard let message = decode(Message.self, request) else { return malformed(request) }
        return replyLater(request) { await body(message, $0) }
    }

    /// Answers from a task of its own, whose time counts as the request's.
    func replyLater<Response: ResponseMessage>(
        _ request: Request, _ body: @escaping @Sendable (Request.Origin) async -> Response
    ) -> Outcome {
        let token = request.replyToken
        let origin = origin(request)
        Task {
            token.meter?.start()
            token.reply(await body(origin))
            token.meter?.stop()
        }
        return .queued
    }

    /// What a handler that runs later takes along of its request.
    func origin(_ request: Request) -> Request.Origin {
        if broker.authorizer != nil { _ = request.context.connectionState }
        return Request.Origin(request)
    }

    func decode<Message: RequestMessage>(_ type: Message.Type, _ request: Request) -> Message? {
        try? request.body.decodeMessage(Message.self, version: request.apiVersion)
    }

    func malformed(_ request: Request) -> Outcome {
        .close(.malformedRequest(request.apiKey, request.apiVersion))
    }

    /// What is not served ends the connection, as in Kafka, except that ApiVersions always has an answer.
    private func refuse(_ request: Request, _ output: inout ResponseBuffer) -> Outcome {
        if request.apiKey == .apiVersions { return apiVersionsFallback(request, &output) }
        guard ServedApis.versions(request.apiKey) != nil else { return .close(.unknownApi(request.apiKey)) }
        return .close(.unsupportedVersion(request.apiKey, request.apiVersion))
    }
}

extension Request {
    /// What a handler that runs later may still want to know of its request.
    struct Origin: Sendable {
        let apiKey: ApiKey
        let apiVersion: Int16
        let clientId: String?
        let principal: KafkaPrincipal
        let context: ConnectionContext
        let replyToken: ReplyToken
        /// What was decided about the connection's peer; nil when nothing was.
        let decisions: ConnectionDecisions?

        init(_ request: Request) {
            apiKey = request.apiKey
            decisions = (request.context.engineState as? ConnectionState)?.decisions
            apiVersion = request.apiVersion
            clientId = request.clientId
            principal = request.principal
            context = request.context
            replyToken = request.replyToken
        }
    }
}

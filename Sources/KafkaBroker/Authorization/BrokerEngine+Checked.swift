import KafkaProtocol
import KafkaServer
import KafkaWire

extension BrokerEngine {
    /// Decodes a request about the cluster; nil in the first place when it is not whole, and an answer in the second
    /// when its sender may not ask for it.
    private func admitted<Message: RefusableRequest>(
        _ request: Request, _ type: Message.Type
    ) -> (message: Message?, refusal: Message.Response?) {
        guard let message = decode(Message.self, request) else { return (nil, nil) }
        // An API that the table does not know would be nobody's.
        let rule = AccessTable.ofCluster[Message.apiKey] ?? .actForCluster
        guard !access(request).allows(rule) else { return (message, nil) }
        return (message, message.refused(rule.error, rule.message, version: request.apiVersion))
    }

    /// Answers a request about the cluster here and now, if ``AccessTable/ofCluster`` lets its sender ask.
    func answerChecked<Message: RefusableRequest>(
        _ request: Request, _ output: inout ResponseBuffer, _ body: (Message, Request) -> Message.Response
    ) -> Outcome {
        let (message, refusal) = admitted(request, Message.self)
        if let refusal { return output.answer(request, refusal) }
        guard let message else { return malformed(request) }
        return output.answer(request, body(message, request))
    }

    /// Answers a request about the cluster from a task of its own, if ``AccessTable/ofCluster`` lets its sender ask.
    func answerLaterChecked<Message: RefusableRequest>(
        _ request: Request, _ output: inout ResponseBuffer,
        _ body: @escaping @Sendable (Message, Request.Origin) async -> Message.Response
    ) -> Outcome {
        let (message, refusal) = admitted(request, Message.self)
        if let refusal { return output.answer(request, refusal) }
        guard let message else { return malformed(request) }
        return replyLater(request) { await body(message, $0) }
    }
}

import KafkaProtocol
import KafkaServer
import KafkaWire
import NIOCore

extension ProxySession {
    /// Shows a request to the filters of its API, and does what they say.
    func filter(_ request: Request, _ chain: FilterChain, _ charge: QuotaCharge?) -> Outcome {
        let wantsNoAnswer = request.apiKey == .produce && ProxyEngine.wantsNoAnswer(request)
        let outcome: Outcome = wantsNoAnswer ? .noResponse : .later
        let trace = FilterTrace(chain: chain, origin: origin(of: request))
        var pending =
            wantsNoAnswer
            ? nil
            : PendingAnswer(
                apiKey: request.apiKey, version: request.apiVersion, correlationId: request.correlationId,
                token: request.replyToken,
                inspection: AnswerInspection(request.apiKey, version: request.apiVersion), charge: charge,
                trace: trace)
        let message: (any RequestMessage)?
        do throws(WireError) {
            message = try FilteredFrames.request(request.apiKey, version: request.apiVersion, body: request.body)
        } catch {
            // ApiVersions has an answer at any version, and what a client asks it in one that is not known says little.
            guard request.apiKey == .apiVersions else {
                return .close(.malformedRequest(request.apiKey, request.apiVersion))
            }
            message = nil
        }
        guard let message else {
            forward(request.frame, pending.map(Self.untraced))
            return outcome
        }
        var filtered = FilteredRequest(origin: trace.origin, message: message)
        let result = chain.request(&filtered, trace)
        throttle(&pending, milliseconds: filtered.waitMilliseconds)
        do throws(WireError) {
            let step = try step(result, &filtered, request, pending)
            carryOut(step, after: filtered.delayMilliseconds)
            return outcome
        } catch {
            return .close(.internalError("a filter's message for \(request.apiKey.name) cannot be written: \(error)"))
        }
    }

    private func origin(of request: Request) -> FilterOrigin {
        FilterOrigin(
            apiKey: request.apiKey, apiVersion: request.apiVersion, correlationId: request.correlationId,
            clientId: request.clientId, principal: request.principal, listener: request.context.listener,
            peerHost: request.context.peerHost, connectionId: request.context.id,
            connection: filterConnection)
    }

    private static func untraced(_ pending: PendingAnswer) -> PendingAnswer {
        var pending = pending
        pending.trace = nil
        return pending
    }

    private func step(
        _ result: FilterChain.RequestResult, _ filtered: inout FilteredRequest, _ request: Request,
        _ pending: PendingAnswer?
    ) throws(WireError) -> HeldUpRequest {
        let token = pending.map(\.token)
        switch result {
        case .forward: return .forward(try forwarded(&filtered, request, pending), pending)
        case .close(let reason): return .close(.refused(reason), token)
        case .swallow: return .swallow(isAnswered: pending != nil)
        case .answer(let message):
            guard let pending, let trace = pending.trace else {
                return .close(.refused("a filter refused a request that wants no answer"), nil)
            }
            var response = FilteredResponse(origin: trace.origin, message: message)
            switch trace.chain.response(&response, trace) {
            case .close(let reason): return .close(.refused(reason), token)
            case .swallow: return .swallow(isAnswered: true)
            case .forward:
                filtered.delayMilliseconds &+= max(0, response.delayMilliseconds)
                let frame = try FilteredFrames.answer(
                    response.message, apiKey: request.apiKey, version: request.apiVersion,
                    correlationId: request.correlationId)
                return .reply(telling(try inspected(frame, pending), unsent: pending), pending.token)
            }
        }
    }

    /// The frame that goes to the cluster: the client's own where nothing has changed.
    private func forwarded(
        _ filtered: inout FilteredRequest, _ request: Request, _ pending: PendingAnswer?
    ) throws(WireError) -> ByteBuffer {
        let isBound =
            pending?.gathering == .whole && request.apiVersion >= FilteredFrames.firstBoundVersion(request.apiKey)
            && FilteredFrames.bound(&filtered.message)
        guard filtered.isChanged || isBound else { return request.frame }
        if request.apiKey == .produce {
            // Whether there will be an answer is settled.
            let wantsNone = pending == nil
            filtered.change(ProduceRequest.self) { produce in
                guard (produce.acks == 0) != wantsNone else { return false }
                produce.acks = wantsNone ? 0 : 1
                return true
            }
        }
        return try FilteredFrames.frame(
            like: request.frame, headSize: request.frame.readableBytes &- request.body.readableBytes,
            filtered.message, version: request.apiVersion)
    }

    /// Does what the filters decided, behind the requests that are held up already.
    private func carryOut(_ step: HeldUpRequest, after milliseconds: Int64) {
        guard milliseconds > 0 || !heldUp.isEmpty else { return carryOut(step) }
        // The frame may lie in a buffer that is read into again.
        if case .forward(let frame, let pending) = step {
            heldUp.append(.forward(ByteBuffer(bytes: frame.readableBytesView), pending))
        } else {
            heldUp.append(step)
        }
        hold(.filter)
        let session = NIOLoopBound(self, eventLoop: context.eventLoop)
        context.eventLoop.scheduleTask(in: .milliseconds(milliseconds)) { session.value.letGo() }
    }

    /// The request that has waited longest has waited long enough.
    private func letGo() {
        guard phase != .ended, let step = heldUp.popFirst() else { return }
        carryOut(step)
        guard phase != .ended else { return }
        requestsHandled()
        if heldUp.isEmpty { release(.filter) }
        context.flushAnswers()
    }

    private func carryOut(_ step: HeldUpRequest) {
        switch step {
        case .forward(let frame, var pending):
            pending?.heldUntil = MonotonicTime.nanoseconds
            forward(frame, pending)
        case .reply(let frame, let token): reply(frame, token)
        case .swallow(let isAnswered): if isAnswered { isMute = true }
        case .close(let reason, let token?): token.close(reason)
        case .close(let reason, nil):
            // Not from within the engine, where the connection may not end.
            let context = NIOLoopBound(context, eventLoop: context.eventLoop)
            self.context.eventLoop.execute { context.value.abort(reason) }
        }
    }

    /// Shows a whole answer of the cluster to the filters, and does what they say.
    func filterAnswer(_ frame: ByteBuffer, _ answer: PendingAnswer, _ trace: FilterTrace) throws(WireError) {
        let decoded: (message: any ResponseMessage, headSize: Int)?
        do throws(WireError) {
            decoded = try FilteredFrames.response(answer.apiKey, version: answer.version, frame: frame)
        } catch {
            // To a version that it does not know, a broker answers in another (KIP-511).
            guard answer.apiKey == .apiVersions else { throw error }
            decoded = nil
        }
        guard let decoded else { return reply(telling(try inspected(frame, answer), answer), answer.token) }
        var response = FilteredResponse(origin: trace.origin, message: decoded.message)
        switch trace.chain.response(&response, trace) {
        case .close(let reason): answer.token.close(.refused(reason))
        case .swallow: isMute = true
        case .forward:
            let filtered =
                response.isChanged
                ? try FilteredFrames.frame(
                    like: frame, headSize: decoded.headSize, response.message, version: answer.version)
                : frame
            let addressed = telling(try inspected(filtered, answer), answer)
            guard response.delayMilliseconds > 0 else { return reply(addressed, answer.token) }
            let (session, token) = (NIOLoopBound(self, eventLoop: context.eventLoop), answer.token)
            context.eventLoop.scheduleTask(in: .milliseconds(response.delayMilliseconds)) {
                // Also when the connection to the cluster has ended meanwhile: it was answered before.
                session.value.reply(addressed, token)
                session.value.context.flushAnswers()
            }
        }
    }
}

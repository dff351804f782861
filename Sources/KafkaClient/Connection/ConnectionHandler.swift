import KafkaProtocol
import KafkaWire
import NIOCore

/// The channel's only handler: sends frames, matches answers with requests in order, and minds their deadlines.
final class ConnectionHandler: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundIn = PendingRequest
    typealias OutboundOut = ByteBuffer

    private struct Waiting {
        let correlationId: Int32
        let request: PendingRequest
        let deadline: Scheduled<Void>
    }

    /// The first answer is to ApiVersions, which is small; a larger length is somebody else's text.
    private static let firstFrameLimit = 1024 * 1024

    private let address: BrokerAddress
    private let frameLimit: Int
    private let maxInFlight: Int
    private var framing: ResponseFraming
    private var waiting = CircularBuffer<Waiting>()
    private var nextCorrelationId: Int32 = 0
    private let usesLogin: Bool
    let fate: ConnectionFate
    private var hasAnswered = false
    /// Whether anything but ApiVersions was answered.
    private var hasAnsweredMore = false
    private var failure: ClientError?
    /// Whether this side ended the connection.
    private var isClosing = false

    /// - Parameter fate: is told why the connection was given up.
    init(address: BrokerAddress, configuration: ClientConfiguration, fate: ConnectionFate) {
        self.address = address
        self.fate = fate
        frameLimit = configuration.maxFrameSize
        maxInFlight = configuration.maxInFlight
        usesLogin = configuration.security.usesLogin
        framing = ResponseFraming(limit: min(Self.firstFrameLimit, configuration.maxFrameSize))
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        let request = unwrapOutboundIn(data)
        if let refusal = failure ?? (waiting.count >= maxInFlight ? .tooManyInFlight(address) : nil) {
            request.finish(.failure(refusal))
            promise?.succeed(())
            return
        }
        let correlationId = nextCorrelationId
        nextCorrelationId = correlationId == Int32.max ? 0 : correlationId + 1
        var frame = request.frame
        frame.setInteger(correlationId, at: frame.readerIndex + PendingRequest.correlationIdOffset)
        if request.expectsResponse {
            waiting.append(
                Waiting(
                    correlationId: correlationId, request: request,
                    deadline: schedule(request, in: context)))
        }
        context.write(wrapOutboundOut(frame), promise: promise)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard failure == nil else { return }
        framing.append(unwrapInboundIn(data))
        do throws(ResponseFraming.Failure) {
            while let frame = try framing.next() {
                guard deliver(frame, in: context) else { return }
            }
        } catch {
            fail(meaning(of: error), in: context)
        }
    }

    private func meaning(of failure: ResponseFraming.Failure) -> ClientError {
        switch failure {
        case .impostor(let impostor): .notKafka(address, impostor)
        case .tooLarge where !hasAnswered: .notKafka(address, .unknown)
        case .tooLarge(let size): .frameTooLarge(address, size: size, limit: frameLimit)
        }
    }

    func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
        isClosing = true
        context.close(mode: mode, promise: promise)
    }

    func channelInactive(context: ChannelHandlerContext) {
        endAll(with: failure ?? closed)
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        fail(error as? ClientError ?? closed, in: context)
    }

    /// What it means that the connection has ended.
    private var closed: ClientError {
        if !hasAnswered { return .closedBeforeAnswer(address) }
        let isFirst = !isClosing && !hasAnsweredMore && waiting.first.map { $0.request.api != .apiVersions } == true
        return isFirst && !usesLogin ? .closedAfterVersions(address) : .connectionClosed(address)
    }

    /// Gives one frame to the request that is due; false when the connection was given up over it.
    private func deliver(_ frame: ByteBuffer, in context: ChannelHandlerContext) -> Bool {
        let received = frame.getInteger(at: frame.readerIndex, as: Int32.self) ?? -1
        guard let first = waiting.first, first.correlationId == received else {
            let error: ClientError =
                !hasAnswered
                ? .notKafka(address, .unknown)
                : .outOfOrder(address, expected: waiting.first?.correlationId ?? -1, received: received)
            fail(error, in: context)
            return false
        }
        waiting.removeFirst()
        first.deadline.cancel()
        if !hasAnswered {
            hasAnswered = true
            framing.allow(frameLimit)
        }
        if first.request.api != .apiVersions { hasAnsweredMore = true }
        first.request.finish(.success(frame))
        return true
    }

    private func schedule(_ request: PendingRequest, in context: ChannelHandlerContext) -> Scheduled<Void> {
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        let (address, api, timeout) = (address, request.api, request.timeout)
        return context.eventLoop.scheduleTask(in: .milliseconds(timeout)) {
            let (handler, context) = bound.value
            handler.fail(.requestTimeout(address, api: api, milliseconds: timeout), in: context)
        }
    }

    private func fail(_ error: ClientError, in context: ChannelHandlerContext) {
        if failure == nil { failure = error }
        fate.note(error)
        endAll(with: error)
        context.close(promise: nil)
    }

    private func endAll(with error: ClientError) {
        if failure == nil { failure = error }
        while let entry = waiting.popFirst() {
            entry.deadline.cancel()
            entry.request.finish(.failure(error))
        }
    }
}

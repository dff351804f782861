public import KafkaWire
public import NIOCore

/// The means to answer one request after ``Engine/handle(_:output:)`` has returned, from any thread.
///
/// It may be used once; later uses do nothing. The connection sends the answer when those of all earlier requests have
/// been sent. A token that is never used keeps all later answers of its connection back.
public struct ReplyToken: Sendable {
    /// The API of the request.
    public let apiKey: ApiKey
    /// The version of the request.
    public let apiVersion: Int16
    /// The client's number for the request.
    public let correlationId: Int32
    /// Measures the request, where someone wants to know; set before anything else is done with the request.
    public var meter: RequestMeter?
    let sequence: UInt64
    /// When the request was begun, by ``MonotonicTime``.
    public let startedAt: UInt64
    let connection: Connection

    /// The event loop of the connection, for timers.
    public var eventLoop: any EventLoop { connection.context.eventLoop }

    /// Answers the request.
    public func reply<Message: ResponseMessage>(_ message: Message, version: Int16? = nil) {
        reply(message, version: version, resolve: { _ in nil })
    }

    /// Answers the request with record bytes that lie in files.
    ///
    /// - Parameter isCold: whether those that are sent from their files may not be in memory.
    public func reply<Message: ResponseMessage>(
        _ message: Message, version: Int16? = nil, isCold: Bool = false, resolve: (Int) -> FileSegment?
    ) {
        let onLoop = eventLoop.inEventLoop
        let message = meter == nil ? message : settled(message)
        var answer = onLoop ? connection.loop.takeOutput() : ResponseBuffer()
        do throws(ResponseError) {
            try answer.writeFrame(
                message, version: version ?? apiVersion, correlationId: correlationId, resolve: resolve)
        } catch {
            close(.responseNotWritten(error))
            return
        }
        answer.isCold = isCold
        deliver(.answer(answer), onLoop: onLoop)
    }

    /// Answers the request with a frame that is written already, its length included. On the connection's event loop
    /// the bytes are not copied.
    public func reply(frame: ByteBuffer) {
        deliver(.answer(ResponseBuffer(borrowing: frame)), onLoop: eventLoop.inEventLoop)
    }

    /// Whether the answer may leave in pieces, by ``replyPiece(_:isLast:)``: every earlier request is answered, and
    /// nobody wants to see whole frames. Once true it stays so. Only to be asked on the connection's event loop.
    public var mayReplyInPieces: Bool { connection.tap == nil && connection.machine.isFirst(sequence) }

    /// Sends the next bytes of the answer's frame, which begin with its length. Only to be used on the connection's
    /// event loop, when ``mayReplyInPieces`` says so; after the first piece all others must come, or the connection
    /// be ended by ``ConnectionContext/finish(_:unanswered:)``. Pieces wait until ``ConnectionContext/flushAnswers()`` is called, so
    /// that those which lie one behind the other in memory leave together.
    public func replyPiece(_ bytes: ByteBuffer, isLast: Bool) {
        connection.deliverPiece(bytes, isLast: isLast, of: sequence, stamp)
    }

    /// Says that the request has no answer (Produce with acks=0).
    public func replyNothing() {
        deliver(.nothing, onLoop: eventLoop.inEventLoop)
    }

    /// Has the connection start no further request for that long: its client has used more than its quota (KIP-219).
    public func throttle(milliseconds: Int32) {
        guard milliseconds > 0 else { return }
        onLoop { connection in
            connection.loop.counts[apiKey].throttled &+= 1
            connection.throttle(.milliseconds(Int64(milliseconds)))
        }
    }

    /// Counts an error that the request is answered.
    public func note(_ error: ErrorCode) {
        guard error != .none else { return }
        onLoop { $0.loop.counts.note(error, of: apiKey) }
    }

    private func onLoop(_ body: @escaping @Sendable (Connection) -> Void) {
        let connection = connection
        if eventLoop.inEventLoop {
            body(connection)
        } else {
            eventLoop.execute { body(connection) }
        }
    }

    private var stamp: RequestStamp { RequestStamp(apiKey: apiKey, startedAt: startedAt) }

    /// Closes the connection, after the answers to earlier requests have left.
    public func close(_ reason: CloseReason) {
        deliver(.close(reason), onLoop: eventLoop.inEventLoop)
    }

    private func deliver(_ delivery: Delivery, onLoop: Bool) {
        if onLoop {
            connection.deliver(delivery, to: sequence, stamp)
        } else {
            let (connection, sequence, stamp) = (connection, sequence, stamp)
            eventLoop.execute { connection.deliver(delivery, to: sequence, stamp) }
        }
    }
}

/// What a reply token brings to its connection.
enum Delivery: Sendable {
    case answer(ResponseBuffer)
    case nothing
    case close(CloseReason)
}

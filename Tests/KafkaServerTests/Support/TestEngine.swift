import KafkaWire
import NIOCore
import Synchronization

@testable import KafkaServer

/// An engine whose requests say what is to become of them.
final class TestEngine: Engine {
    /// The keys of its requests.
    enum Key {
        static let echo: Int16 = 1000
        static let later: Int16 = 1001
        /// Answers all that wait, the last first, then itself.
        static let answerWaiting: Int16 = 1002
        static let noResponse: Int16 = 1003
        static let refuse: Int16 = 1004
        /// The body is an int32: so many bytes are answered.
        static let large: Int16 = 1005
        static let queued: Int16 = 1006
        static let answeredWithin: Int16 = 1007
        /// The body is two int32: a run of ``TestEngine/file`` is answered, from there and so long.
        static let file: Int16 = 1008
        /// The same, said not to be in memory.
        static let coldFile: Int16 = 1010
        /// Answers who asks.
        static let principal: Int16 = 1009
    }

    struct State {
        var waiting: [(ReplyToken, ByteBuffer)] = []
        var opened = 0
        var closed: [CloseReason] = []
        var clientIds: [String?] = []
        var handled = 0
        var stopping = false
    }

    /// What requests for runs of a file are answered from.
    let file: TemporaryFile?
    private let state = Mutex(State())

    init(file: TemporaryFile? = nil) {
        self.file = file
    }

    /// What has happened so far.
    var snapshot: State { state.withLock { $0 } }

    func handle(_ request: inout Request, output: inout ResponseBuffer) -> Outcome {
        let body = Blob(request.body)
        state.withLock {
            $0.handled += 1
            $0.clientIds.append(request.clientId)
        }
        switch request.apiKey.rawValue {
        case Key.echo: return output.answer(request, body)
        case Key.later:
            keep(request)
            return .later
        case Key.queued:
            keep(request)
            return .queued
        case Key.answerWaiting:
            answerWaiting()
            return output.answer(request, body)
        case Key.noResponse: return .noResponse
        case Key.large:
            let size: Int32 = request.body.readInteger() ?? 0
            return output.answer(request, Blob(ByteBuffer(repeating: 7, count: Int(size))))
        case Key.file: return answerFile(&request, &output)
        case Key.coldFile:
            let outcome = answerFile(&request, &output)
            output.isCold = true
            return outcome
        case Key.principal: return output.answer(request, Blob(ByteBuffer(string: "\(request.principal)")))
        case Key.answeredWithin:
            request.replyToken.reply(body)
            return .later
        default: return .close(.unknownApi(request.apiKey))
        }
    }

    private func answerFile(_ request: inout Request, _ output: inout ResponseBuffer) -> Outcome {
        guard let file, let offset: Int32 = request.body.readInteger(), let length: Int32 = request.body.readInteger()
        else { return .close(.malformedRequest(request.apiKey, 0)) }
        output.bytes.writeInteger(length + 4)
        output.bytes.writeInteger(request.correlationId)
        output.add(file.segment(Int(offset), Int(length)), at: output.bytes.writerIndex)
        return .answered
    }

    private func keep(_ request: Request) {
        let (token, body) = (request.replyToken, request.body)
        state.withLock { $0.waiting.append((token, body)) }
    }

    func answerWaiting() {
        let waiting = state.withLock { state in
            let waiting = state.waiting
            state.waiting = []
            return waiting
        }
        for (token, body) in waiting.reversed() { token.reply(Blob(body)) }
    }

    func connectionOpened(_ context: ConnectionContext) {
        state.withLock { $0.opened += 1 }
    }

    func connectionClosed(_ context: ConnectionContext, reason: CloseReason) {
        state.withLock { $0.closed.append(reason) }
    }

    func serverStopping() {
        state.withLock { $0.stopping = true }
        answerWaiting()
    }
}

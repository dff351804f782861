import KafkaProtocol
import NIOCore

extension ConnectionHandler {
    /// Gives the engine a token of SASL that has no header.
    func dispatchToken(_ buffer: ByteBuffer, size: Int, sequence: UInt64) {
        // A copy: the buffer is read into again.
        var frame = ByteBufferAllocator().buffer(capacity: size)
        frame.writeImmutableBuffer(buffer.getSlice(at: buffer.readerIndex, length: size) ?? ByteBuffer())
        loop.counts[.saslAuthenticate].requests &+= 1
        loop.counts[.saslAuthenticate].requestBytes &+= UInt64(truncatingIfNeeded: size)
        let token = ReplyToken(
            apiKey: .saslAuthenticate, apiVersion: 0, correlationId: 0, sequence: sequence,
            startedAt: MonotonicTime.nanoseconds, connection: self)
        switch engine.handleToken(frame, token, context) {
        case .later: if !machine.deferred() { collectAnswers() }
        case .close(let reason): machine.refused(reason)
        case .answered, .noResponse, .queued: machine.refused(.internalError("a token without an answer"))
        }
    }
}

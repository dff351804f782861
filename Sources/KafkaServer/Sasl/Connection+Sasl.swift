import KafkaSecurity
import NIOCore

extension Connection {
    /// Lets a frame pass to the engine, or deals with it as a part of the authentication; true when it may pass.
    func admit(_ buffer: ByteBuffer, size: Int, sequence: UInt64, alone: Bool, _ stamp: RequestStamp) -> Bool {
        guard let sasl else { return true }
        let start = buffer.readerIndex &+ 4
        if let apiKey: Int16 = buffer.getInteger(at: start), size >= 6, sasl.passes(apiKey: apiKey) { return true }
        guard let frame = sasl.read(buffer, at: start, length: size &- 4) else {
            machine.refused(.malformedHeader)
            return false
        }
        let wasAuthenticated = sasl.isAuthenticated
        switch sasl.handle(frame) {
        case .pass: return true
        case .answer(let answer):
            if !wasAuthenticated, sasl.isAuthenticated { shared.listenerCounts.authenticated(context.listener) }
            principal = sasl.principal ?? principal
            reply(answer, to: frame, alone: alone, stamp)
        case .fail(let answer, let delay, let reason):
            shared.listenerCounts.failedToAuthenticate(context.listener)
            failAuthentication(answer, to: frame, sequence: sequence, delay: delay, reason: reason, stamp)
        case .close(let reason): machine.refused(.refused(reason))
        }
        return false
    }

    private func reply(
        _ answer: SaslDecision.Answer, to frame: SaslSession.Frame, alone: Bool, _ stamp: RequestStamp
    ) {
        var output = alone ? self.output.take() ?? loop.takeOutput() : ResponseBuffer()
        let before = output.byteCount
        do throws(ResponseError) {
            try SaslSession.write(answer, to: frame, into: &output)
        } catch {
            if alone { self.output = output }
            return machine.refused(.responseNotWritten(error))
        }
        answered(output.byteCount &- before, stamp)
        if alone {
            self.output = output
            machine.finishedInPlace()
        } else {
            hold(output.byteCount)
            machine.finished(output)
            collectAnswers()
        }
    }

    /// Guesses are slowed down: nothing is read until the delay is over, then the answer leaves and the connection ends.
    private func failAuthentication(
        _ answer: SaslDecision.Answer?, to frame: SaslSession.Frame, sequence: UInt64, delay: Int64, reason: String,
        _ stamp: RequestStamp
    ) {
        _ = machine.deferred()
        machine.hinder(.authentication)
        let delivery = delivery(of: answer, to: frame)
        loop.eventLoop.scheduleTask(in: .milliseconds(max(0, delay))) {
            self.deliver(delivery, to: sequence, stamp)
            self.end(.refused("authentication failed: \(reason)"))
        }
    }

    private func delivery(of answer: SaslDecision.Answer?, to frame: SaslSession.Frame) -> Delivery {
        guard let answer else { return .nothing }
        var output = ResponseBuffer()
        do throws(ResponseError) {
            try SaslSession.write(answer, to: frame, into: &output)
            return .answer(output)
        } catch {
            return .close(.responseNotWritten(error))
        }
    }
}

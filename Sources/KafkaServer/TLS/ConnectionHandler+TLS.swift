import KafkaSecurity
import NIOCore

extension ConnectionHandler {
    /// Sealed bytes from the channel.
    func receiveSealed(_ read: consuming ByteBuffer, by tls: TLSTransport) {
        if tls.isOpen {
            guard let session = tls.session else { return }
            session.input = read
            unseal(tls)
            loop.tls.giveBackSealed(session.input)
            session.input = ByteBuffer()
        } else if machine.isEnding {
            return
        } else if let reason = tls.gather(read) {
            end(reason)
        } else if !tls.isStepQueued {
            tls.isStepQueued = true
            loop.tls.handshakeSoon(self)
        }
    }

    /// One step of the handshake, when its turn has come.
    func handshake(by tls: TLSTransport) {
        tls.isStepQueued = false
        guard !machine.isClosed, !machine.isEnding else { return }
        switch tls.handshake() {
        case .wantsInput: break
        case .closed: return end(.peerClosed)
        case .failed(let failure): return end(.handshakeFailed(failure.description))
        case .done:
            guard settlePrincipal(by: tls) else { return }
            shared.listenerCounts.handshakeDone(context.listener)
            context.serverName = tls.session?.serverName
            lastActive = loop.tick
            unseal(tls)
            tls.session?.input = ByteBuffer()
        }
        proceed()
    }

    /// A peer that broke off in the middle of the handshake may have said why in its last bytes, whose turn has not come.
    func learnWhyBrokenOff(_ tls: TLSTransport) {
        guard !tls.isOpen, tls.session != nil, !machine.isEnding else { return }
        switch tls.isStepQueued ? tls.handshake() : .wantsInput {
        case .done, .closed: break
        case .failed(let failure): machine.end(.handshakeFailed(failure.description))
        case .wantsInput: machine.end(.handshakeFailed("the peer closed the connection before it was done"))
        }
    }

    /// False when no rule makes a principal of the certificate's name.
    private func settlePrincipal(by tls: TLSTransport) -> Bool {
        guard tls.namesPrincipal, let name = tls.session?.peerName else { return true }
        guard let mapped = tls.listener.principals.name(for: name) else {
            end(.handshakeFailed("no rule of ssl.principal.mapping.rules matches the name \(name)"))
            return false
        }
        principal = KafkaPrincipal(mapped)
        return true
    }

    /// Opens all the sealed bytes that are there, straight into the buffer that frames are looked for in.
    private func unseal(_ tls: TLSTransport) {
        var progress = TLSSession.Progress.done
        while progress == .done, !machine.isClosed, let session = tls.session {
            // What is given is taken back at once, whatever comes of the reading.
            inbound.readCompleted()
            var plain = inbound.buffer(allocator: ByteBufferAllocator())
            let before = plain.readableBytes
            progress = session.read(into: &plain)
            let hasMore = plain.readableBytes > before
            var buffer = inbound.take(plain)
            if hasMore { process(&buffer) }
            inbound.finish(buffer)
        }
        tls.flushSession()
        switch progress {
        case .done, .wantsInput: break
        case .closed: end(.peerClosed)
        case .failed(let failure): end(.tlsFailed(failure.description))
        }
    }
}

import KafkaProtocol
import KafkaServer
import KafkaWire
import NIOCore

/// Logins with the cluster whose tokens have no header.
extension ProxySession {
    /// Sends a token on.
    ///
    /// - Parameter frame: with the four bytes of its length.
    func forwardToken(_ frame: ByteBuffer, _ token: ReplyToken) {
        // What follows it is a token or a request, which its answer tells.
        hold(.login)
        forward(
            frame,
            PendingAnswer(
                apiKey: .saslAuthenticate, version: 0, correlationId: 0, token: token, inspection: .token))
    }

    /// A request leaves for the cluster: after the handshake of a login without headers nothing is read until it is known
    /// whether tokens come.
    func noteHandshake(_ answer: PendingAnswer, _ frame: ByteBuffer) {
        guard answer.apiKey == .saslHandshake, answer.version == 0 else { return }
        var body = frame
        body.moveReaderIndex(forwardBy: min(4, body.readableBytes))
        let header = ApiKey.saslHandshake.requestHeaderVersion(0)
        // One that cannot be read here the cluster cannot read either.
        guard (try? body.readMessage(RequestHeader.self, version: header)) != nil,
            let request = try? body.decodeMessage(SaslHandshakeRequest.self, version: 0)
        else { return }
        relay.handshakeSent(mechanism: request.mechanism)
        hold(.login)
    }

    /// The cluster has answered the handshake of a login without headers, by this frame.
    ///
    /// - Returns: false where the connection has ended.
    func handshakeAnswered(_ frame: ByteBuffer) -> Bool {
        var body = frame
        body.moveReaderIndex(forwardBy: min(4, body.readableBytes))
        let header = ApiKey.saslHandshake.responseHeaderVersion(0)
        guard (try? body.readMessage(ResponseHeader.self, version: header)) != nil else { return true }
        do throws(TokenRelay.UnknownMechanism) {
            try relay.handshakeAnswered(errorCode: body.getInteger(at: body.readerIndex) ?? -1)
        } catch {
            end(
                "a client logs in to \(name) by \(error.name) and version 0 of SaslHandshake: where such a login ends is "
                    + "not known to the proxy, so it has to come by version 1")
            return false
        }
        return true
    }

    /// What the client sends next is known.
    func loginWentOn() {
        context.largestToken = relay.expectsToken ? TokenRelay.largestToken : nil
        release(.login)
    }
}

import NIOCore

@testable import KafkaSecurity

/// A client and a server that talk through memory.
struct TLSPair {
    let client: TLSSession
    let server: TLSSession
    private(set) var clientProgress = TLSSession.Progress.wantsInput
    private(set) var serverProgress = TLSSession.Progress.wantsInput

    init?(_ server: TLSContext, _ client: TLSClientContext, taking earlier: TLSClientSession? = nil) {
        guard let client = TLSSession(client), let server = TLSSession(server) else { return nil }
        (self.client, self.server) = (client, server)
        earlier?.offer(in: client)
    }

    init(client: TLSSession, server: TLSSession) {
        (self.client, self.server) = (client, server)
    }

    /// Both sides of a handshake, until nothing moves any more.
    mutating func handshake() {
        for _ in 0..<10 {
            if !client.isOpen, clientProgress == .wantsInput { clientProgress = client.handshake() }
            move()
            if !server.isOpen, serverProgress == .wantsInput { serverProgress = server.handshake() }
            move()
        }
        // What the server sends behind its handshake, such as tickets and alerts, is read like data.
        if client.isOpen { clientProgress = readAll(client).1 }
        if server.isOpen, server.input.readableBytes > 0 { serverProgress = readAll(server).1 }
    }

    func move() {
        server.input.writeImmutableBuffer(client.output)
        client.output.clear()
        client.input.writeImmutableBuffer(server.output)
        server.output.clear()
    }

    func readAll(_ session: TLSSession) -> ([UInt8], TLSSession.Progress) {
        var bytes: [UInt8] = []
        while true {
            var buffer = ByteBufferAllocator().buffer(capacity: 1000)
            let progress = session.read(into: &buffer)
            bytes += buffer.readableBytesView
            if progress != .done { return (bytes, progress == .wantsInput ? .done : progress) }
        }
    }

    func send(_ bytes: [UInt8], from session: TLSSession) -> Bool {
        bytes.withUnsafeBytes { session.write($0) }
    }
}

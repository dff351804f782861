import KafkaClient
import KafkaProtocol
import KafkaProxy
import KafkaWire
import NIOCore

/// A client's connection and the one to its broker. Only to be used on the relay's event loop.
final class RelaySession {
    private let hub: RelayHub
    private let recorder: ConnectionRecorder
    private let upstream: BrokerAddress
    private let peer: String
    private var client: RelayEnd?
    private var broker: RelayEnd?
    private var hasEnded = false

    init(hub: RelayHub, recorder: ConnectionRecorder, upstream: BrokerAddress, peer: String) {
        self.hub = hub
        self.recorder = recorder
        self.upstream = upstream
        self.peer = peer
    }

    func begin(client: RelayEnd) {
        self.client = client
        hub.add(self)
    }

    /// The broker's end is there: bytes may flow.
    func connected(broker: RelayEnd) {
        guard !hasEnded, let client else { return broker.finish() }
        self.broker = broker
        client.partner = broker
        broker.partner = client
        client.resume()
        broker.resume()
    }

    /// The broker's end could not be connected.
    func failed(_ error: any Error) {
        end("cannot connect to \(peerName(of: .response)): \(error)")
    }

    func peerName(of direction: CapturedFrame.Direction) -> String {
        direction == .request ? "client \(peer)" : "broker \(upstream)"
    }

    /// Records a frame, its length included, and returns what is sent on.
    func passed(_ frame: ByteBuffer, _ direction: CapturedFrame.Direction) -> ByteBuffer {
        guard let content = frame.getSlice(at: frame.readerIndex + 4, length: frame.readableBytes - 4) else {
            return frame
        }
        let followed = recorder.follow(content, direction)
        guard direction == .response, let apiKey = followed.apiKey, let offset = followed.bodyOffset,
            AddressRewriter.carriesAddresses(apiKey, version: followed.apiVersion),
            let body = content.getSlice(at: content.readerIndex + offset, length: content.readableBytes - offset)
        else { return frame }
        do throws(WireError) {
            let rewritten = try AddressRewriter.rewrite(apiKey, version: followed.apiVersion, body: body) { address in
                hub.change(&address, localHost: client?.localHost)
            }
            guard let rewritten else { return frame }
            var changed = ByteBuffer()
            changed.writeInteger(UInt32(clamping: offset + rewritten.readableBytes))
            changed.writeImmutableBuffer(content.getSlice(at: content.readerIndex, length: offset) ?? ByteBuffer())
            changed.writeImmutableBuffer(rewritten)
            return changed
        } catch {
            hub.note(
                "addresses in an answer to \(apiKey.name) version \(followed.apiVersion) stay as they are: \(error)")
            return frame
        }
    }

    /// Closes both ends, after what they still have to send.
    func end(_ reason: String?) {
        guard !hasEnded else { return }
        hasEnded = true
        if let reason { hub.note(reason) }
        recorder.closed()
        client?.finish()
        broker?.finish()
        client?.partner = nil
        broker?.partner = nil
        client = nil
        broker = nil
        hub.remove(self)
    }
}

import KafkaProtocol
import KafkaWire
import NIOCore

/// What the beginning of an answer is to tell its client: for how long it is held back.
struct ThrottleNote: Equatable {
    private let milliseconds: Int32
    private let headerVersion: Int16
    /// How many bytes behind the header.
    private let offset: Int

    /// Nil where that has no place at the beginning.
    init?(_ milliseconds: Int32, _ apiKey: ApiKey, version: Int16) {
        guard milliseconds > 0, case .after(let offset)? = ThrottleField(apiKey, version: version) else { return nil }
        self.milliseconds = milliseconds
        self.offset = offset
        headerVersion = apiKey.responseHeaderVersion(version)
    }

    /// How many bytes of the frame, with its length, have to be there. A header with tagged fields is longer; no broker
    /// sends any.
    var reach: Int { 8 &+ (headerVersion >= 1 ? 1 : 0) &+ offset &+ 4 }

    /// Where the field lies in a frame of which the beginning is there; nil where it is not there.
    func index(in frame: ByteBuffer) -> Int? {
        var body = frame
        guard body.readableBytes > 4 else { return nil }
        body.moveReaderIndex(forwardBy: 4)
        guard (try? body.readMessage(ResponseHeader.self, version: headerVersion)) != nil,
            body.readableBytes >= offset &+ 4
        else { return nil }
        return body.readerIndex &+ offset
    }

    /// Writes the number, unless a larger one is there.
    func write(to frame: inout ByteBuffer, at index: Int) {
        guard let told: Int32 = frame.getInteger(at: index), told < milliseconds else { return }
        frame.setInteger(milliseconds, at: index)
    }
}

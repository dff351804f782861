import KafkaProxy
import KafkaServer
import KafkaWire
import NIOCore

/// Records one connection. To be used from one thread at a time, as ``ConnectionTap`` promises.
final class ConnectionRecorder: ConnectionTap {
    private let recorder: CaptureRecorder
    private let number: Int
    private var follower = FrameFollower()
    private var isClosed = false

    init(_ recorder: CaptureRecorder, _ connection: CapturedConnection) {
        self.recorder = recorder
        number = recorder.open(connection)
    }

    func request(_ frame: ByteBuffer) {
        _ = follow(frame, .request)
    }

    func response(_ frame: ByteBuffer) {
        _ = follow(frame, .response)
    }

    /// Records a frame, and says what it is.
    func follow(_ frame: ByteBuffer, _ direction: CapturedFrame.Direction) -> FollowedFrame {
        let followed = direction == .request ? follower.request(frame) : follower.response(frame)
        let scrubbed = recorder.keepsSecrets ? nil : SecretScrubber.scrub(frame, direction, followed)
        let notes = FrameNotes(
            apiKey: followed.apiKey?.rawValue ?? -1, apiVersion: followed.apiVersion, isToken: followed.isToken,
            isScrubbed: scrubbed != nil, sasl: followed.sasl)
        recorder.record(
            CapturedFrame(connection: number, microseconds: 0, direction: direction, bytes: scrubbed ?? frame), notes)
        return followed
    }

    func closed() {
        guard !isClosed else { return }
        isClosed = true
        recorder.close(number)
    }
}

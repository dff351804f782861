public import KafkaServer

/// Records what comes over the listeners of a broker.
public final class BrokerCapture: FrameTap {
    private let recorder: CaptureRecorder

    /// Records with that recorder.
    public init(_ recorder: CaptureRecorder) {
        self.recorder = recorder
    }

    public func connectionOpened(_ context: ConnectionContext) -> any ConnectionTap {
        ConnectionRecorder(
            recorder,
            CapturedConnection(
                listener: context.listener, peerHost: context.peerHost, peerPort: UInt16(clamping: context.peerPort),
                serverHost: context.localHost, serverPort: UInt16(clamping: context.localPort)))
    }
}

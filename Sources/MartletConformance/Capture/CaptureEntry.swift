/// What a capture file holds, one after the other.
public enum CaptureEntry: Sendable, Hashable {
    /// A connection was opened, or was open already when the file began.
    case opened(CapturedConnection)
    /// A frame was sent.
    case frame(CapturedFrame, FrameNotes)
    /// A connection was closed, this many microseconds after the capture's start.
    case closed(connection: Int, microseconds: Int64)
}

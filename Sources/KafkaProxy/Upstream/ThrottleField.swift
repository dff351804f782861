import KafkaProtocol
import KafkaWire
import NIOCore

/// Where an answer says for how long its client is held back (`throttle_time_ms`).
///
/// The specifications of the protocol say so; a test holds this against all of them. Of versions whose layout is not
/// known here nothing is said.
enum ThrottleField: Equatable {
    /// So many bytes behind the header.
    case after(Int)
    /// The last field before the tagged ones, behind others whose size differs from answer to answer.
    case last

    /// Answers that have it only from a later version on.
    private static let firstVersions: [ApiKey: Int16] = [
        .produce: 1, .fetch: 1, .listOffsets: 2, .metadata: 3, .offsetCommit: 3, .offsetFetch: 3, .findCoordinator: 1,
        .joinGroup: 2, .heartbeat: 1, .leaveGroup: 1, .syncGroup: 1, .describeGroups: 1, .listGroups: 1,
        .apiVersions: 1, .createTopics: 2, .deleteTopics: 1, .offsetForLeaderEpoch: 2,
    ]

    /// Answers that do not begin with it.
    private static let places: [ApiKey: ThrottleField] = [
        .produce: .last, .apiVersions: .last, .createDelegationToken: .last, .describeDelegationToken: .last,
        .renewDelegationToken: .after(2 + 8), .expireDelegationToken: .after(2 + 8), .offsetDelete: .after(2),
    ]

    /// The field of an answer; nil where it has none.
    init?(_ apiKey: ApiKey, version: Int16) {
        guard let known = apiKey.validVersions, known.contains(version), version >= Self.firstVersions[apiKey] ?? 0,
            apiKey.responseType is any ThrottledResponse.Type
        else { return nil }
        self = Self.places[apiKey] ?? .after(0)
    }

    /// A whole answer, with its length, that tells at least that many milliseconds; as it is where it has no place for
    /// them.
    static func telling(
        _ milliseconds: Int32, _ frame: ByteBuffer, apiKey: ApiKey, version: Int16
    ) -> ByteBuffer {
        switch ThrottleField(apiKey, version: version) {
        case nil: return frame
        case .after?:
            guard let note = ThrottleNote(milliseconds, apiKey, version: version), let index = note.index(in: frame)
            else { return frame }
            var changed = frame
            note.write(to: &changed, at: index)
            return changed
        case .last?: return rewritten(frame, milliseconds, apiKey, version) ?? frame
        }
    }

    /// Such answers are small, and read only where there is something to be told.
    private static func rewritten(
        _ frame: ByteBuffer, _ milliseconds: Int32, _ apiKey: ApiKey, _ version: Int16
    ) -> ByteBuffer? {
        // A version that the broker does not know is answered in another (KIP-511).
        if apiKey == .apiVersions, frame.getInteger(at: frame.readerIndex &+ 8, as: Int16.self) != 0 { return nil }
        guard let (message, headSize) = try? FilteredFrames.response(apiKey, version: version, frame: frame),
            var throttled = message as? any ThrottledResponse, throttled.throttleTimeMs < milliseconds
        else { return nil }
        throttled.throttleTimeMs = milliseconds
        return try? FilteredFrames.frame(like: frame, headSize: headSize, throttled, version: version)
    }
}

public import KafkaSecurity
import Synchronization

/// What a listener's connections need for TLS. The context may be replaced at any time: connections that are open keep
/// the one they began with.
public final class TLSListener: Sendable {
    /// How names in clients' certificates become principals.
    public let principals: PrincipalMappingRules
    private let current: Mutex<TLSContext>

    /// A listener that begins with that context.
    public init(_ context: TLSContext, principals: PrincipalMappingRules) {
        current = Mutex(context)
        self.principals = principals
    }

    /// The context for new connections.
    public var context: TLSContext { current.withLock { $0 } }

    /// Gives new connections another context.
    public func replace(_ context: TLSContext) {
        current.withLock { $0 = context }
    }
}

extension TLSListener: Equatable {
    /// Whether both are the same object.
    public static func == (one: TLSListener, other: TLSListener) -> Bool { one === other }
}

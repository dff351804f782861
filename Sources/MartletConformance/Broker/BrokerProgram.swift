/// A build of martlet from which fresh brokers are started.
public struct BrokerProgram: Sendable {
    let path: String

    /// The program under a path; the running one if nil.
    public init(path: String? = nil) {
        self.path = path ?? "/proc/self/exe"
    }
}

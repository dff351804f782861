/// Why a proxy did not start, in words for its operator.
public struct ProxyStartError: Error, CustomStringConvertible {
    /// What is wrong, and what to do.
    public let description: String
}

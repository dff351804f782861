import Glibc
import NIOCore
import NIOPosix

/// What NIO reports about a connection attempt, in our terms.
///
/// - Parameter timeout: how long the attempt was allowed to take, in milliseconds.
func connectError(_ error: any Error, to address: BrokerAddress, timeout: Int64) -> ClientError {
    if let known = error as? ClientError { return known }
    if let failure = error as? NIOConnectionError {
        if let first = failure.connectionErrors.first {
            return connectError(first.error, to: address, timeout: timeout)
        }
        return .unresolvableHost(address)
    }
    if case .connectTimeout = error as? ChannelError {
        return .connectTimeout(address, milliseconds: timeout)
    }
    if let failure = error as? IOError {
        return failure.errnoCode == ECONNREFUSED
            ? .connectionRefused(address) : .connectFailed(address, reason: systemText(failure.errnoCode))
    }
    return .connectFailed(address, reason: "\(error)")
}

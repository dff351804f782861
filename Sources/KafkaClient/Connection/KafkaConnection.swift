import KafkaProtocol
public import KafkaWire
public import NIOCore
import NIOPosix

/// One connection to one broker, with the versions of its APIs already known.
///
/// Requests may be sent from any task; they are pipelined in the order in which they arrive and answered in
/// that order. A request that is not answered in time ends the connection, and so does any answer that makes
/// no sense.
public final class KafkaConnection: Sendable {
    /// Where the connection leads.
    public let address: BrokerAddress
    /// What the broker offers.
    public let versions: BrokerVersions

    private let transport: ConnectionTransport

    private init(transport: ConnectionTransport, versions: BrokerVersions) {
        self.transport = transport
        self.versions = versions
        address = transport.address
    }

    /// Connects and agrees on versions (KIP-511), all within the connect timeout.
    ///
    /// Throws ``ClientError``.
    public static func connect(
        to address: BrokerAddress, configuration: ClientConfiguration, group: (any EventLoopGroup)? = nil
    ) async throws -> KafkaConnection {
        let group = group ?? MultiThreadedEventLoopGroup.singleton
        let deadline = NIODeadline.now() + .milliseconds(configuration.connectTimeout)
        let transport = try await ConnectionTransport.open(address, configuration: configuration, group: group)
        do {
            let left = max((deadline - .now()).nanoseconds / 1_000_000, 1)
            let versions = try await VersionNegotiation(transport: transport, timeout: left).run()
            return KafkaConnection(transport: transport, versions: versions)
        } catch {
            transport.close()
            if case .requestTimeout = error as? ClientError {
                throw ClientError.unanswered(address, milliseconds: configuration.connectTimeout)
            }
            throw error
        }
    }

    /// Whether requests can still be sent.
    public var isOpen: Bool { transport.isOpen }

    /// Sends a request at the highest shared version that is not above `maxVersion`, and decodes the answer.
    ///
    /// - Parameter timeout: milliseconds until the answer must be there; the configured one if nil.
    /// - Throws: ``ClientError``. Error codes inside of the response are the caller's to read.
    public func send<R: RequestMessage>(
        _ request: R, maxVersion: Int16 = .max, timeout: Int64? = nil
    ) async throws -> R.Response {
        let version = try version(of: R.self, atMost: maxVersion)
        let frame = try await transport.exchange(
            request, version: version, timeout: timeout ?? transport.configuration.requestTimeout)
        return try transport.decode(R.self, from: frame, version: version)
    }

    /// Sends a request that the broker never answers (Produce with acks=0); returns when it is written.
    public func sendWithoutAnswer<R: RequestMessage>(_ request: R, maxVersion: Int16 = .max) async throws {
        let version = try version(of: R.self, atMost: maxVersion)
        try await transport.dispatch(request, version: version)
    }

    /// The version at which ``send(_:maxVersion:timeout:)`` would send a request.
    public func version<R: RequestMessage>(
        of request: R.Type, atMost limit: Int16 = .max
    ) throws(ClientError) -> Int16 {
        guard let version = versions.version(of: request, atMost: limit) else {
            throw .unsupportedApi(address, api: R.apiKey, offered: versions.offered(R.apiKey))
        }
        return version
    }

    /// Closes the connection; requests that still wait fail with ``ClientError/connectionClosed(_:)``.
    public func close() {
        transport.close()
    }
}

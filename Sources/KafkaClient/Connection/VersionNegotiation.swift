import KafkaProtocol
import KafkaWire
import NIOCore

/// The ApiVersions exchange that opens every connection (KIP-35, KIP-511).
///
/// A broker older than our newest version of the request answers error 35 in the form of version 0, with the
/// range of ApiVersions itself where it is new enough to say so; then the highest shared version is asked, or 0.
struct VersionNegotiation {
    let transport: ConnectionTransport
    /// Milliseconds for each of the exchanges.
    let timeout: Int64

    func run() async throws -> BrokerVersions {
        let newest = ApiVersionsRequest.validVersions.upperBound
        let first = try await ask(newest)
        guard isRefusal(first) else { return try accept(try decode(first, version: newest)) }
        // Not every stand-in for a broker says its range in the form of version 0; then 0 it is.
        let range = try? decode(first, version: 0)
        let shared = range.flatMap { BrokerVersions($0).version(of: ApiVersionsRequest.self, atMost: newest - 1) } ?? 0
        return try accept(try decode(try await ask(shared), version: shared))
    }

    private func ask(_ version: Int16) async throws -> ByteBuffer {
        var request = ApiVersionsRequest()
        if version >= 3 {
            request.clientSoftwareName = "martlet"
            request.clientSoftwareVersion = KafkaClient.version
        }
        return try await transport.exchange(request, version: version, timeout: timeout)
    }

    /// Whether the answer is error 35; the code lies right after the correlation id at every version.
    private func isRefusal(_ frame: ByteBuffer) -> Bool {
        frame.getInteger(at: frame.readerIndex + 4, as: Int16.self) == ErrorCode.unsupportedVersion.rawValue
    }

    private func decode(_ frame: ByteBuffer, version: Int16) throws(ClientError) -> ApiVersionsResponse {
        do throws(ClientError) {
            return try transport.decode(ApiVersionsRequest.self, from: frame, version: version)
        } catch {
            throw .notKafka(transport.address, .unknown)
        }
    }

    private func accept(_ response: ApiVersionsResponse) throws -> BrokerVersions {
        let code = ErrorCode(rawValue: response.errorCode)
        guard code == .none else {
            throw ClientError.broker(code, subject: "ApiVersions at \(transport.address)", message: nil)
        }
        return BrokerVersions(response)
    }
}

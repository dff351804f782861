import KafkaProtocol
import KafkaWire
import NIOCore

/// Requests as frames, and responses out of them.
enum ClientFrames {
    /// The frame of a request, its length before it.
    static func encode<R: RequestMessage>(
        _ request: R, version: Int16, correlationId: Int32, clientId: String
    ) throws(ClientError) -> ByteBuffer {
        let header = RequestHeader(
            requestApiKey: R.apiKey.rawValue, requestApiVersion: version, correlationId: correlationId,
            clientId: clientId)
        var frame = ByteBuffer()
        do throws(WireError) {
            frame.writeInteger(Int32(0))
            try frame.writeMessage(header, version: R.apiKey.requestHeaderVersion(version))
            try frame.writeMessage(request, version: version)
        } catch {
            throw .unencodable(api: R.apiKey, version: version, error)
        }
        frame.setInteger(Int32(clamping: frame.readableBytes - 4), at: frame.readerIndex)
        return frame
    }

    /// The response in a frame without its length, which a broker sent.
    static func decode<R: RequestMessage>(
        _ request: R.Type, _ answer: ByteBuffer, version: Int16, from address: BrokerAddress
    ) throws(ClientError) -> R.Response {
        var answer = answer
        do throws(WireError) {
            _ = try answer.readMessage(ResponseHeader.self, version: R.apiKey.responseHeaderVersion(version))
            return try answer.readMessage(R.Response.self, version: version)
        } catch {
            throw .undecodable(address, api: R.apiKey, version: version, error)
        }
    }
}

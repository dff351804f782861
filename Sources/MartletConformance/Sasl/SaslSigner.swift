import KafkaMessageJSON
import KafkaProtocol
import KafkaSecurity
import KafkaWire
import NIOCore

/// Does the SASL exchanges of a recording anew, with credentials that the target knows.
///
/// Exchanges of SCRAM are signed for the nonce and salt that the target sends, those of PLAIN get user and password. An
/// exchange that failed in the recording is made to fail again, by another password than the given one.
struct SaslSigner: Sendable {
    private let plan: SaslPlan
    private let credentials: SaslCredentials
    private let makeNonce: @Sendable () -> String
    /// By the connection in the capture.
    private var clients: [Int: ScramClient] = [:]
    private var finals: [Int: [UInt8]] = [:]

    init(_ plan: SaslPlan, _ credentials: SaslCredentials, makeNonce: @escaping @Sendable () -> String) {
        self.plan = plan
        self.credentials = credentials
        self.makeNonce = makeNonce
    }

    /// The frame to send in place of a recorded request; nil to send it as it is.
    mutating func frame(_ index: Int, _ exchange: Recording.Exchange, body: JSONValue?) -> ByteBuffer? {
        guard let part = plan.parts[index], let bytes = bytes(part, exchange.connection), let body,
            case .object(var members) = body,
            let place = members.firstIndex(where: { $0.name == "authBytes" })
        else { return nil }
        let request = exchange.request
        members[place] = .init("authBytes", .string(Base64.encode(bytes)))
        return
            (try? MessageJSON.encode(
                .object(members), apiKey: request.api, kind: .request, version: request.version))
            .map(request.replacingBody)
    }

    /// Takes the target's answer to a request. Returns what is wrong with it as far as SASL is concerned; nil if
    /// nothing is or if it says itself that the exchange failed.
    mutating func receive(_ index: Int, connection: Int, answer: JSONValue) -> Difference? {
        guard let part = plan.parts[index], answer["errorCode"]?.integerValue == 0,
            let bytes = answer["authBytes"]?.stringValue.flatMap(Base64.decode)
        else { return nil }
        let message = Array(bytes.readableBytesView)
        switch part {
        case .scramFirst:
            do throws(ScramError) {
                finals[connection] = try clients[connection]?.respond(toServerFirst: message)
            } catch {
                return Difference("authBytes", expected: "a server-first message", got: Self.text(error))
            }
        case .scramFinal(.accepted):
            do throws(ScramError) {
                try clients[connection]?.verify(serverFinal: message)
            } catch {
                return Difference("authBytes", expected: "the server's signature", got: Self.text(error))
            }
        case .plain, .scramFinal(.refused): break
        }
        return nil
    }

    private mutating func bytes(_ part: SaslPlan.Part, _ connection: Int) -> [UInt8]? {
        switch part {
        case .plain(let ending):
            return PlainMessage.bytes(user: credentials.user, password: password(ending))
        case .scramFirst(let mechanism, let ending):
            finals[connection] = nil
            clients[connection] = try? ScramClient(
                mechanism, user: credentials.user, password: password(ending), nonce: makeNonce())
            return clients[connection]?.firstMessage
        case .scramFinal:
            return finals.removeValue(forKey: connection)
        }
    }

    private func password(_ ending: SaslPlan.Ending) -> String {
        ending == .accepted ? credentials.password : credentials.password + "-not"
    }

    private static func text(_ error: ScramError) -> String {
        switch error {
        case .badNonce: "a nonce of this program's that SCRAM does not allow"
        case .malformed: "a message that cannot be read"
        case .extensionDemanded: "a demand for an extension of SCRAM"
        case .foreignNonce: "a nonce that does not begin with the one that was sent"
        case .iterationsOutOfRange(let count): "\(count) iterations, outside of \(ScramClient.iterations)"
        case .refused(let reason): "the refusal \(reason)"
        case .wrongSignature: "a signature that another password makes"
        case .outOfTurn: "a message out of turn"
        case .crypto: "a message whose hashes libcrypto did not compute"
        }
    }
}

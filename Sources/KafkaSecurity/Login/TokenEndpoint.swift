internal import KafkaMessageJSON

/// An authorization server that gives a client its tokens (RFC 6749, section 4.4), and how it is asked.
public struct TokenEndpoint: Sendable, Equatable {
    static let urlKey = "sasl.oauthbearer.token.endpoint.url"
    /// The largest answer that is read, in bytes.
    public static let mostAnswerBytes = 256 * 1024

    /// Where it is.
    public let address: HTTPAddress
    /// How it is checked; Kafka takes `ssl.*` for it from the login module's options.
    public let tls: TLSClientSettings
    /// What goes beside the token.
    public let extensions: [String: String]
    /// What the server is sent.
    let form: HTTPFetch.Form

    init(
        _ url: String, module: JaasModule, extensions: [String: String], _ property: (String) -> String?
    ) throws(JaasError) {
        guard let address = HTTPAddress(url) else {
            throw JaasError("\(Self.urlKey) must be an https, http or file URL, without a user in it")
        }
        self.address = address
        self.extensions = extensions
        guard
            let id = module.options["clientId"] ?? property("sasl.oauthbearer.client.credentials.client.id"),
            let secret = module.options["clientSecret"]
                ?? property("sasl.oauthbearer.client.credentials.client.secret"),
            !id.isEmpty, !secret.isEmpty
        else { throw JaasError("options clientId and clientSecret are needed for \(Self.urlKey)") }
        let isEncoded = property("sasl.oauthbearer.header.urlencode")?.lowercased() == "true"
        let pair = isEncoded ? "\(Self.encoded(id)):\(Self.encoded(secret))" : "\(id):\(secret)"
        var body = "grant_type=client_credentials"
        if let scope = module.options["scope"] ?? property("sasl.oauthbearer.scope"), !scope.isEmpty {
            body += "&scope=\(Self.encoded(scope))"
        }
        form = HTTPFetch.Form(body: body, authorization: "Basic \(Base64.encode(Array(pair.utf8)))")
        do throws(ClientSecurityError) {
            tls = try TLSClientSettings { module.options[$0] }
        } catch {
            throw JaasError(error.description)
        }
    }

    /// What a server gave.
    public struct Grant: Sendable, Equatable {
        /// The token.
        public var token: String
        /// How long it is good for, in milliseconds; nil where the server did not say.
        public var lifetime: Int64?
    }

    /// Asks for a token. Blocks.
    ///
    /// - Parameter seconds: how long that may take.
    public func ask(seconds: Int) throws(HTTPFetch.Failure) -> Grant {
        let fetch = HTTPFetch(address, tls: tls, mostBytes: Self.mostAnswerBytes, seconds: seconds)
        let body = try fetch.run(form)
        guard let grant = Self.grant(body) else {
            throw HTTPFetch.Failure(description: "the answer of \(address.host) holds no access_token")
        }
        return grant
    }

    /// Reads the answer of a server.
    static func grant(_ body: [UInt8]) -> Grant? {
        guard let json = try? JSONValue(parsing: body), let token = json["access_token"]?.stringValue, !token.isEmpty
        else { return nil }
        let seconds = json["expires_in"]?.integerValue.flatMap { $0 > 0 ? min($0, 366 * 24 * 3600) : nil }
        return Grant(token: token, lifetime: seconds.map { $0 * 1000 })
    }

    /// As forms have it: all but letters, digits and `-._~` as a percent sign and two digits.
    static func encoded(_ text: String) -> String {
        var bytes: [UInt8] = []
        let digits = Array("0123456789ABCDEF".utf8)
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x2d, 0x2e, 0x5f, 0x7e: bytes.append(byte)
            default: bytes += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

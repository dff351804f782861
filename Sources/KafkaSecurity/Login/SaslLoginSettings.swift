/// Where a client's credentials come from, as `sasl.mechanism`, `sasl.jaas.config` and their siblings say.
public enum SaslLoginSettings: Sendable, Equatable {
    /// They stand in the configuration.
    case fixed(SaslLogin)
    /// A token that the client makes itself for each login.
    case unsecured(UnsecuredToken)
    /// A token in a file, read for each login.
    case tokenFile(path: String, extensions: [String: String])
    /// A token that an authorization server gives (OAuth 2.0 client credentials).
    case tokenEndpoint(TokenEndpoint)

    /// Reads the keys of Kafka's clients.
    ///
    /// - Parameter property: the value of a key, nil where it is not set.
    /// - Throws: ``ClientSecurityError`` that names the key, never a secret.
    public init(_ property: (String) -> String?) throws(ClientSecurityError) {
        let name = property("sasl.mechanism") ?? "GSSAPI"
        guard let mechanism = SaslMechanism(rawValue: name) else {
            let known = SaslMechanism.allCases.map(\.rawValue).joined(separator: ", ")
            throw ClientSecurityError("sasl.mechanism=\(name) is not served; set it to one of \(known)")
        }
        guard let text = property("sasl.jaas.config") else {
            throw ClientSecurityError("sasl.jaas.config is not set; it says who logs in by \(mechanism.rawValue)")
        }
        let module: JaasModule
        do throws(JaasError) {
            let modules = try JaasParser.parse(text)
            guard modules.count == 1, let only = modules.first else { throw JaasError("it must be one login module") }
            module = only
            let wanted = Self.moduleName(mechanism)
            guard module.shortName == wanted else {
                throw JaasError("\(mechanism.rawValue) needs \(wanted), not \(module.shortName)")
            }
            self = try mechanism == .oauthBearer ? Self.bearer(module, property) : Self.password(module, mechanism)
        } catch {
            throw ClientSecurityError("sasl.jaas.config: \(error)")
        }
    }

    /// The files that it is read from.
    public var files: [String] {
        switch self {
        case .fixed, .unsecured, .tokenFile: []
        case .tokenEndpoint(let endpoint): endpoint.tls.files
        }
    }

    private static func moduleName(_ mechanism: SaslMechanism) -> String {
        switch mechanism {
        case .plain: "PlainLoginModule"
        case .scramSHA256, .scramSHA512: "ScramLoginModule"
        case .oauthBearer: "OAuthBearerLoginModule"
        }
    }

    private static func password(_ module: JaasModule, _ mechanism: SaslMechanism) throws(JaasError) -> Self {
        guard let user = module.options["username"], !user.isEmpty else {
            throw JaasError("option username is missing")
        }
        guard let password = module.options["password"], !password.isEmpty else {
            throw JaasError("option password is missing")
        }
        guard let scram = mechanism.scram else { return .fixed(.plain(user: user, password: password)) }
        let isToken = module.options["tokenauth"]?.lowercased() == "true"
        return .fixed(.scram(scram, user: user, password: password, isToken: isToken))
    }

    private static func bearer(_ module: JaasModule, _ property: (String) -> String?) throws(JaasError) -> Self {
        let extensions = try extensions(module)
        guard let url = property(TokenEndpoint.urlKey) else {
            if let unsecured = try UnsecuredToken(options: module.options) { return .unsecured(unsecured) }
            if let token = module.options["token"] {
                return .fixed(.bearer(token: token, extensions: extensions))
            }
            throw JaasError(
                "set \(TokenEndpoint.urlKey), or option token, or option unsecuredLoginStringClaim_sub for a token "
                    + "that nobody signed")
        }
        if url.lowercased().hasPrefix("file://") {
            let path = String(url.dropFirst(7))
            guard path.hasPrefix("/") else { throw JaasError("\(TokenEndpoint.urlKey) must be file:///path/to/token") }
            return .tokenFile(path: path, extensions: extensions)
        }
        return .tokenEndpoint(try TokenEndpoint(url, module: module, extensions: extensions, property))
    }

    private static func extensions(_ module: JaasModule) throws(JaasError) -> [String: String] {
        var extensions: [String: String] = [:]
        for (name, value) in module.options where name.hasPrefix("extension_") {
            let key = String(name.dropFirst("extension_".count))
            guard BearerMessage.isName(key), BearerMessage.isValue(value) else {
                throw JaasError("option \(name) cannot be sent as an extension: names are letters, values visible")
            }
            extensions[key] = value
        }
        return extensions
    }
}

/// What a client's side of TLS is made of, in the terms of Kafka's `ssl.*` keys.
public struct TLSClientSettings: Sendable, Hashable {
    /// The client's own key and chain; nil to show none.
    public var keyStore: TLSSettings.Store?
    /// `ssl.key.password`.
    public var keyPassword: String?
    /// Whom servers' certificates are checked against; nil for the authorities that the system trusts.
    public var trustStore: TLSSettings.Store?
    /// `ssl.endpoint.identification.algorithm`: whether a server's certificate must be for the host that was asked for.
    public var verifiesHost = true
    /// `ssl.enabled.protocols`.
    public var versions = TLSSettings.Version.allCases.map(\.rawValue)
    /// `ssl.cipher.suites`; empty for the library's choice.
    public var cipherSuites: [String] = []

    /// A client without a certificate that trusts whom the system trusts.
    public init() {}

    /// The files that the context is read from.
    public var files: [String] { [keyStore?.location, trustStore?.location].compactMap { $0 } }
}

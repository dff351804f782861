/// An authority, a server's and a client's certificate for trying out TLS, in every form that clients take.
public struct DevCertificates: Sendable {
    /// One file of the set.
    public struct File: Sendable {
        /// Its name, without a directory.
        public let name: String
        /// What it holds.
        public let bytes: [UInt8]
        /// Whether only its owner may read it.
        public let isSecret: Bool
    }

    /// Names of the files, for settings that point at them.
    public enum Name {
        /// The authority's certificate, which clients and server trust.
        public static let authority = "ca.pem"
        /// Key and chain of the server in one file, as Kafka's PEM stores are.
        public static let serverStore = "server.store.pem"
        /// The client's certificate, and its key.
        public static let client = "client.pem"
        public static let clientKey = "client.key"
        /// Key and chain of the client in one file.
        public static let clientStore = "client.store.pem"
        /// The client's key store, and whom to trust, in PKCS12.
        public static let clientKeyStore = "client.p12"
        public static let trustStore = "trust.p12"
        /// The server's key store in PKCS12.
        public static let serverKeyStore = "server.p12"
        static let authorityKey = "ca.key"
        static let server = "server.pem"
        static let serverKey = "server.key"

        /// Every file of the set.
        public static let all = [
            authority, authorityKey, server, serverKey, serverStore, serverKeyStore, client, clientKey, clientStore,
            clientKeyStore, trustStore,
        ]
    }

    /// What every server certificate is for.
    public static let localHosts = ["localhost", "127.0.0.1", "::1"]
    /// The name of the client, which the principal is made of.
    public static let clientName = "client"
    /// How long a set may be valid, in days.
    public static let days = 1...3650

    /// The files, in the order of ``Name/all``.
    public let files: [File]
    /// What the server's certificate is for.
    public let hosts: [String]

    /// Makes the keys and certificates; nothing is written.
    ///
    /// - Parameters:
    ///   - hosts: names and addresses of the server besides ``localHosts``.
    ///   - days: how long the certificates are valid, within ``days``.
    ///   - password: of the PKCS12 stores; Java wants six characters or more.
    ///   - now: seconds since 1970.
    /// - Throws: ``TLSError``: a host cannot stand in a certificate, or the library refused.
    public init(hosts: [String], days: Int, password: String, now: Int) throws(TLSError) {
        for host in hosts where !CertificateHost.isUsable(host) {
            throw TLSError("\(host) is no host name or IP address that a certificate can be for")
        }
        guard Self.days.contains(days) else {
            throw TLSError("certificates for trying out are valid for 1 to 3650 days")
        }
        var all = Self.localHosts
        for host in hosts where !all.contains(host) { all.append(host) }
        self.hosts = all
        let authority = try DevCertificate(.authority, now: now, days: days)
        let server = try DevCertificate(.server(hosts: all), signedBy: authority, now: now, days: days)
        let client = try DevCertificate(.client(name: Self.clientName), signedBy: authority, now: now, days: days)
        var files = [
            File(name: Name.authority, bytes: try authority.certificateText(), isSecret: false),
            File(name: Name.authorityKey, bytes: try authority.keyText(), isSecret: true),
        ]
        files += try Self.files(
            of: server, names: (Name.server, Name.serverKey, Name.serverStore, Name.serverKeyStore), alias: "server",
            authority: authority, password: password)
        files += try Self.files(
            of: client, names: (Name.client, Name.clientKey, Name.clientStore, Name.clientKeyStore),
            alias: Self.clientName, authority: authority, password: password)
        let trust = try PKCS12Writer.trustStore(authority.certificate, name: "authority", password: password)
        files.append(File(name: Name.trustStore, bytes: trust, isSecret: true))
        self.files = files
    }

    private static func files(
        of own: DevCertificate, names: (certificate: String, key: String, store: String, keyStore: String),
        alias: String, authority: DevCertificate, password: String
    ) throws(TLSError) -> [File] {
        let certificate = try own.certificateText()
        let key = try own.keyText()
        return [
            File(name: names.certificate, bytes: certificate, isSecret: false),
            File(name: names.key, bytes: key, isSecret: true),
            File(name: names.store, bytes: key + certificate + (try authority.certificateText()), isSecret: true),
            File(
                name: names.keyStore,
                bytes: try PKCS12Writer.keyStore(
                    own, issuers: [authority.certificate], name: alias, password: password),
                isSecret: true),
        ]
    }
}

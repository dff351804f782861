/// What a certificate for trying out is for.
enum CertificateProfile {
    /// Signs the others.
    case authority
    /// Proves to clients who the server is, under these host names and addresses.
    case server(hosts: [String])
    /// Proves to the server who a client is.
    case client(name: String)

    /// The subject's `CN`.
    var commonName: String {
        switch self {
        case .authority: "Martlet trial authority"
        case .server(let hosts): hosts.first ?? "localhost"
        case .client(let name): name
        }
    }

    /// Extensions by their numbers, in the notation of OpenSSL's configuration files. The order matters: the identifier
    /// of an authority's key must be there before what refers to it.
    func extensions(_ numbers: CertificateExtensionNumbers) -> [(number: Int32, value: String)] {
        switch self {
        case .authority:
            [
                (numbers.basicConstraints, "critical,CA:TRUE,pathlen:0"),
                (numbers.keyUsage, "critical,keyCertSign,cRLSign"),
                (numbers.subjectKeyIdentifier, "hash"),
            ]
        case .server(let hosts):
            Self.leaf(numbers, usage: "serverAuth") + [(numbers.subjectAlternativeNames, Self.names(of: hosts))]
        case .client: Self.leaf(numbers, usage: "clientAuth")
        }
    }

    private static func leaf(
        _ numbers: CertificateExtensionNumbers, usage: String
    ) -> [(number: Int32, value: String)] {
        [
            (numbers.basicConstraints, "critical,CA:FALSE"), (numbers.keyUsage, "critical,digitalSignature"),
            (numbers.extendedKeyUsage, usage), (numbers.subjectKeyIdentifier, "hash"),
            (numbers.authorityKeyIdentifier, "keyid:always"),
        ]
    }

    private static func names(of hosts: [String]) -> String {
        hosts.map { CertificateHost.isAddress($0) ? "IP:\($0)" : "DNS:\($0)" }.joined(separator: ",")
    }
}

/// The library's numbers of the extensions that are used here.
struct CertificateExtensionNumbers {
    let basicConstraints: Int32
    let keyUsage: Int32
    let extendedKeyUsage: Int32
    let subjectKeyIdentifier: Int32
    let authorityKeyIdentifier: Int32
    let subjectAlternativeNames: Int32
}

/// Looks for what is weak or wrong in the settings of one TLS listener and in the files that they name.
public struct TLSReview {
    /// Certificates that end within this time are worth a warning, in seconds.
    static let soon = 30 * 24 * 3600
    /// RSA keys of fewer bits are too small.
    static let leastRSABits = 2048

    private let settings: TLSSettings
    /// The listener, in findings.
    private let subject: String
    /// Seconds since 1970.
    private let now: Int
    private let hosts: [String]
    private var findings: [SecurityFinding] = []

    /// What there is to say of the settings; reads the files.
    ///
    /// - Parameters:
    ///   - subject: what the findings say they are about.
    ///   - now: seconds since 1970.
    ///   - hosts: what clients connect to, as far as it is known.
    public static func findings(
        _ settings: TLSSettings, subject: String, now: Int, hosts: [String] = []
    ) -> [SecurityFinding] {
        var review = TLSReview(settings, subject: subject, now: now, hosts: hosts)
        review.run()
        return review.findings
    }

    private init(_ settings: TLSSettings, subject: String, now: Int, hosts: [String]) {
        self.hosts = hosts
        self.settings = settings
        self.subject = subject
        self.now = now
    }

    private mutating func run() {
        let anchors = reviewTrust()
        reviewKeyStore(anchors)
        reviewVersions()
        reviewRevocation()
        reviewPasswords()
    }

    private mutating func add(_ severity: SecurityFinding.Severity, _ message: String, advice: String) {
        findings.append(SecurityFinding(severity, subject, message, advice: advice))
    }

    private mutating func add(_ error: TLSError) {
        add(.error, error.description, advice: "the broker does not start with it")
    }
}

// MARK: Keys and certificates

extension TLSReview {
    private mutating func reviewKeyStore(_ anchors: [TLSCertificate]) {
        if let location = settings.keyStore.location,
            let finding = FilePermissions.secretFinding(location, subject: subject, what: "the private key")
        {
            findings.append(finding)
        }
        let material: TLSKeyMaterial
        do throws(TLSError) {
            material = try TLSKeyMaterial.load(settings.keyStore, keyPassword: settings.keyPassword)
        } catch {
            return add(error)
        }
        for (index, certificate) in material.chain.enumerated() {
            review(certificate, isOwn: index == 0)
        }
        if let own = material.chain.first { reviewUse(of: own) }
        reviewEnd(of: material, anchors)
    }

    /// Whether clients take it as that of the server they wanted.
    private mutating func reviewUse(of own: TLSCertificate) {
        if !own.hasAlternativeNames {
            add(
                .warning, "the certificate of \(own.subject) names no host as an alternative name",
                advice: "issue one with the names that clients connect to; current clients do not look at the CN")
        } else {
            for host in hosts where !own.isFor(host) {
                add(
                    .warning,
                    "clients are told to connect to \(host), which the certificate of \(own.subject) is not for",
                    advice: "issue one with that alternative name, or change advertised.listeners")
            }
        }
        if !own.isForServers {
            add(
                .error, "the certificate of \(own.subject) is not for servers",
                advice: "issue one whose extended key usage has serverAuth; clients refuse this one")
        }
    }

    private mutating func review(_ certificate: TLSCertificate, isOwn: Bool) {
        let name = certificate.subject
        if let end = certificate.validUntil, end < now {
            add(
                .error, "the certificate of \(name) expired on \(CalendarDay.text(end))",
                advice: isOwn ? "renew it; the broker does not start with it" : "renew it; clients refuse the chain")
        } else if let end = certificate.validUntil, end < now + Self.soon {
            add(
                .warning, "the certificate of \(name) expires on \(CalendarDay.text(end))",
                advice: "renew it before; the new file is taken up without a restart")
        }
        if let start = certificate.validFrom, start > now {
            add(
                .error, "the certificate of \(name) is not valid before \(CalendarDay.text(start))",
                advice: "wait for that day, or check this machine's clock")
        }
        if let bits = certificate.rsaBits, bits < Self.leastRSABits {
            add(
                .error, "the RSA key of \(name) has only \(bits) bits",
                advice: "issue a new one of 2048 bits or more, or on P-256")
        }
        // Nobody checks the signature of a root: it is trusted by itself.
        if let hash = certificate.brokenHash, !certificate.isSelfIssued {
            add(
                .error, "the certificate of \(name) is signed with \(hash), which can be forged",
                advice: "have it issued anew with SHA-256")
        }
    }

    /// Whether clients that trust only a root can follow the chain.
    private mutating func reviewEnd(of material: TLSKeyMaterial, _ anchors: [TLSCertificate]) {
        for certificate in material.leftOut {
            add(
                .note, "the key store also holds \(certificate.subject), which is not part of the chain",
                advice: "take it out, or see whether the certificate between is missing")
        }
        guard let last = material.chain.last else { return }
        if last.isSelfIssued {
            if material.chain.count == 1 {
                add(
                    .warning, "the certificate of \(last.subject) is signed by itself",
                    advice: "use one of an authority, so that clients need not be told of every renewal")
            }
            return
        }
        if let issuer = anchors.first(where: { last.isIssued(by: $0) }) {
            guard !issuer.isSelfIssued else { return }
            add(
                .warning, "the chain ends below \(issuer.subject), which is no root",
                advice: "put the certificate of \(issuer.subject) behind the others in the key store")
        } else if material.chain.count == 1 {
            add(
                .warning, "the chain is only the certificate of \(last.subject); that of its issuer is not in it",
                advice: "if \(last.issuer) is no root that clients trust, put its certificate behind the server's")
        }
    }
}

// MARK: The rest

extension TLSReview {
    /// The certificates that are trusted.
    private mutating func reviewTrust() -> [TLSCertificate] {
        guard let store = settings.trustStore else {
            if settings.clientAuthentication != .none {
                add(
                    .error, "ssl.client.auth=\(settings.clientAuthentication.rawValue) without a truststore",
                    advice: "set ssl.truststore.location; the broker does not start without it")
            }
            return []
        }
        if let location = store.location,
            let finding = FilePermissions.trustFinding(location, subject: subject, what: "whom to trust")
        {
            findings.append(finding)
        }
        let anchors: [TLSCertificate]
        do throws(TLSError) {
            anchors = try TLSTrust.anchors(store)
        } catch {
            add(error)
            return []
        }
        for anchor in anchors {
            if let end = anchor.validUntil, end < now {
                add(
                    .warning, "the trusted certificate of \(anchor.subject) expired on \(CalendarDay.text(end))",
                    advice: "take it out of the truststore, and put its successor in")
            } else if let end = anchor.validUntil, end < now + Self.soon {
                add(
                    .warning, "the trusted certificate of \(anchor.subject) expires on \(CalendarDay.text(end))",
                    advice: "put its successor into the truststore beside it")
            }
            if let bits = anchor.rsaBits, bits < Self.leastRSABits {
                add(
                    .error, "the trusted RSA key of \(anchor.subject) has only \(bits) bits",
                    advice: "take it out of the truststore")
            }
        }
        return anchors
    }

    private mutating func reviewVersions() {
        do throws(TLSError) {
            _ = try TLSProtocolChoice(settings)
            let suites = try TLSCipherSuites(settings.cipherSuites)
            if !suites.weak.isEmpty {
                add(
                    .warning, "ssl.cipher.suites allows \(suites.weak.joined(separator: ", "))",
                    advice: "keep to suites with ECDHE or DHE and with GCM or CHACHA20_POLY1305, or unset the key")
            }
        } catch {
            return add(error)
        }
        if !settings.versions.contains(TLSSettings.Version.tls13.rawValue) {
            add(
                .note, "ssl.enabled.protocols serves TLS 1.2 only",
                advice: "set TLSv1.2,TLSv1.3: clients that cannot do 1.3 still get 1.2")
        }
    }

    private mutating func reviewRevocation() {
        guard let location = settings.revocationListLocation else { return }
        if settings.clientAuthentication == .none {
            add(
                .warning, "martlet.ssl.crl.location is not looked at while ssl.client.auth=none",
                advice: "set ssl.client.auth=required, or unset the list")
        }
        if let finding = FilePermissions.trustFinding(location, subject: subject, what: "whom not to trust") {
            findings.append(finding)
        }
        let lists: [RevocationList]
        do throws(TLSError) {
            lists = RevocationList.all(in: try SecurityFile.read(location, key: "martlet.ssl.crl.location"))
        } catch {
            return add(error)
        }
        if lists.isEmpty {
            add(TLSError("martlet.ssl.crl.location: \(location) holds no revocation list that can be read"))
        }
        for list in lists {
            guard let end = list.validUntil else { continue }
            if end < now {
                add(
                    .error, "the revocation list of \(list.issuer) expired on \(CalendarDay.text(end))",
                    advice: "fetch a new one; until then clients with certificates of that issuer are refused")
            }
        }
    }

    private mutating func reviewPasswords() {
        let passwords = [
            ("ssl.keystore.password", settings.keyStore.password), ("ssl.key.password", settings.keyPassword),
        ]
        for case (let key, let password?) in passwords where WeakPassword.isCommon(password) {
            add(.warning, "\(key) is one that everybody tries first", advice: "choose a random one")
        }
        // A truststore has no secret, only its integrity.
        if let password = settings.trustStore?.password, WeakPassword.isCommon(password) {
            add(
                .note, "ssl.truststore.password is one that everybody tries first",
                advice: "nothing secret is behind it, but whoever can write the file could replace what it trusts")
        }
    }
}

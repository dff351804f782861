import ArgumentParser
import Glibc
import KafkaSecurity

/// `martlet tls dev-certs`: an authority, a server's and a client's certificate, and the settings that use them.
struct TLSDevCertsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dev-certs",
        abstract: "Make an authority, a server and a client certificate, and print the settings that use them.",
        discussion: """
            Keys are on P-256 and readable by their owner only. The server's certificate is for localhost, 127.0.0.1, ::1
            and the hosts that are given. Beside PEM and PKCS12 files, server.properties, client.properties and kcat.conf
            are written; what they hold is printed, with the same for Python. The authority's key lies in the clear beside
            the rest: this is for trying out, not for production.
            """)

    @Option(help: ArgumentHelp("The directory; it is made if it is not there.", valueName: "dir"))
    var out = "dev-certs"

    @Option(
        help: ArgumentHelp(
            "Names and addresses of the server, separated by commas; the first is what clients connect to.",
            valueName: "name,…"))
    var host: [String] = []

    @Option(help: ArgumentHelp("How long the certificates are valid, 1 to 3650.", valueName: "days"))
    var days = 365

    @Option(
        help: ArgumentHelp(
            "Password of the PKCS12 stores, 6 characters or more; without it a random one.", valueName: "password"))
    var password: String?

    @Flag(help: "Replace files that are there.")
    var force = false

    private var hosts: [String] { host.flatMap { $0.split(separator: ",").map(String.init) } }

    func validate() throws {
        guard DevCertificates.days.contains(days) else { throw ValidationError("--days must be 1 to 3650.") }
        guard let password else { return }
        // What would need different escapes in properties, in shells and in Python is not worth the trouble here.
        let isPlain = password.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\\\"'".utf8.contains($0) }
        guard password.utf8.count >= 6, isPlain else {
            throw ValidationError(
                "--password must be 6 or more characters of ASCII without blanks, quotes and backslashes.")
        }
    }

    func run() throws {
        let password = password ?? Self.randomPassword()
        let set: DevCertificates
        do throws(TLSError) {
            set = try DevCertificates(hosts: hosts, days: days, password: password, now: time(nil))
        } catch {
            throw CommandFailure(error.description)
        }
        let files = try NewFiles(directory: out)
        let existing = files.existing(DevCertificates.Name.all + DevCertificateTexts.files)
        guard force || existing.isEmpty else {
            throw CommandFailure(
                "\(files.directory) already has \(existing.joined(separator: ", ")); --force replaces them.")
        }
        for file in set.files { try files.write(file.name, file.bytes, isSecret: file.isSecret) }
        let texts = DevCertificateTexts(
            directory: files.directory, host: hosts.first { !$0.hasPrefix("*") }, password: password)
        try files.write(DevCertificateTexts.serverFile, Array(texts.server.utf8), isSecret: false)
        try files.write(DevCertificateTexts.javaFile, Array(texts.java.utf8), isSecret: true)
        try files.write(DevCertificateTexts.librdkafkaFile, Array(texts.librdkafka.utf8), isSecret: false)
        print(
            "Made certificates in \(files.directory), valid for \(days) days, for \(set.hosts.joined(separator: ", "))."
        )
        print("They are for trying out: whoever has ca.key can make more of them.\n")
        print(texts.all, terminator: "")
    }

    private static func randomPassword() -> String {
        let letters = Array("abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789")
        var generator = SystemRandomNumberGenerator()
        return String((0..<24).compactMap { _ in letters.randomElement(using: &generator) })
    }
}

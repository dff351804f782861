import Foundation

@testable import KafkaSecurity

/// Keys and certificates that tools/test-pki made, once for the process.
struct TestPKI: Sendable {
    static let shared = TestPKI()

    let directory: String

    private init() {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let directory = FileManager.default.temporaryDirectory.appendingPathComponent(
            "martlet-pki-\(UUID().uuidString)")
        self.directory = directory.path
        let process = Process()
        process.executableURL = root.appendingPathComponent("tools/test-pki")
        process.arguments = [directory.path]
        // A failure shows in the first test that misses a file.
        try? process.run()
        process.waitUntilExit()
        atexit { try? FileManager.default.removeItem(atPath: TestPKI.shared.directory) }
    }

    func path(_ name: String) -> String { "\(directory)/\(name)" }

    func text(_ name: String) -> String { (try? String(contentsOfFile: path(name), encoding: .utf8)) ?? "" }

    func store(_ name: String) -> TLSSettings.Store {
        TLSSettings.Store(type: "PEM", location: path("\(name).store.pem"))
    }

    func trust(_ name: String) -> TLSSettings.Store {
        TLSSettings.Store(type: "PEM", location: path("\(name).pem"))
    }

    func server(_ name: String = "server", _ change: (inout TLSSettings) -> Void = { _ in }) -> TLSSettings {
        var settings = TLSSettings(keyStore: store(name))
        change(&settings)
        return settings
    }
}

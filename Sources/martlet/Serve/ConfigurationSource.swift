import ArgumentParser
import Glibc
import KafkaConfiguration

/// Where a broker's configuration comes from: a file in Kafka's format, and single values over it.
struct ConfigurationSource: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("A server.properties in Kafka's format.", valueName: "file"))
    var config: String?

    @Option(
        name: .long,
        help: ArgumentHelp("One value that goes before the file's; may be given many times.", valueName: "key=value"))
    var override: [String] = []

    /// Reads and checks it; the error lists everything that is wrong.
    func load() throws -> BrokerConfiguration {
        let text = try config.map(Self.read) ?? ""
        do throws(ConfigurationError) {
            return try BrokerConfiguration.load(
                properties: text, file: config ?? "server.properties", overrides: override)
        } catch {
            throw CommandFailure(error.description)
        }
    }

    private static func read(_ path: String) throws -> String {
        guard let file = fopen(path, "r") else {
            throw CommandFailure("\(path): \(String(cString: strerror(errno)))")
        }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = fread(&chunk, 1, chunk.count, file)
            guard count > 0 else { break }
            bytes += chunk[..<count]
            guard bytes.count <= 16 << 20 else { throw CommandFailure("\(path): too large for a configuration") }
        }
        guard ferror(file) == 0 else { throw CommandFailure("\(path): \(String(cString: strerror(errno)))") }
        return String(decoding: bytes, as: UTF8.self)
    }
}

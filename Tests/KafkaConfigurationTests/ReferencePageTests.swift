import Glibc
import Testing

@testable import KafkaConfiguration

@Suite struct ReferencePageTests {
    @Test func pageIsUpToDate() throws {
        let root = #filePath.split(separator: "/").dropLast(3).map { "/\($0)" }.joined()
        let path = root + "/docs/configuration-reference.md"
        let file = try #require(fopen(path, "r"))
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
        let isUpToDate = String(decoding: bytes, as: UTF8.self) == ConfigCatalog.reference()
        #expect(isUpToDate, "write it anew: martlet config --reference > docs/configuration-reference.md")
    }
}

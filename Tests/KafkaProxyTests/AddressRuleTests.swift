import Glibc
import Testing

@testable import KafkaProxy

/// Reads the specifications of the protocol for what looks like an address.
private enum Specifications {
    static let folder = #filePath.split(separator: "/").dropLast(3).map { "/\($0)" }.joined() + "/protocol-specs/APIs"

    static func names() throws -> [String] {
        let stream = try #require(opendir(folder))
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name.hasSuffix(".spec") { names.append(name) }
        }
        return names.sorted()
    }

    static func lines(_ name: String) throws -> [Substring] {
        let file = try #require(fopen("\(folder)/\(name)", "r"))
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    }

    /// Where a response has a `host` beside a `port`.
    static func addresses(_ name: String) throws -> [String] {
        let api = String(name.dropLast(".spec".count))
        var isResponse = false
        var parents: [(indent: Int, name: String)] = []
        var fields: [String: Set<String>] = [:]
        for line in try lines(name) {
            let indent = line.prefix { $0 == " " }.count
            let words = line.split(separator: " ")
            guard let first = words.first else { continue }
            if indent == 0 { isResponse = first == "response" }
            guard isResponse, indent > 0 else { continue }
            while let last = parents.last, last.indent >= indent { parents.removeLast() }
            if first == "struct", words.count > 1 {
                parents = [(indent, String(words[1]))]
            } else {
                let path = ([api] + parents.map(\.name)).joined(separator: ".")
                fields[path, default: []].insert(String(first))
                parents.append((indent, String(first)))
            }
        }
        return fields.filter { $0.value.isSuperset(of: ["host", "port"]) }.map(\.key)
    }
}

@Suite struct AddressRuleTests {
    @Test func everyAddressOfTheProtocolHasARule() throws {
        let found = try Set(Specifications.names().flatMap(Specifications.addresses))
        #expect(found.count > 10)
        #expect(Set(AddressRule.all.map(\.path)) == found)
    }
}

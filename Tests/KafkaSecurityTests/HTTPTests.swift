import Testing

@testable import KafkaSecurity

@Suite struct HTTPTests {
    @Test func `URLs`() {
        #expect(HTTPAddress("https://idp.example/keys?a=b#c")?.description == "https://idp.example/keys?a=b")
        #expect(HTTPAddress("http://[::1]:8080")?.description == "http://[::1]:8080/")
        #expect(HTTPAddress("HTTPS://h?x")?.target == "/?x")
        #expect(HTTPAddress("https://h")?.port == 443)
        for bad in ["ftp://h", "https://", "https://u:p@h/", "https://h:0/", "https://h:x/", "https://h /", "h"] {
            #expect(HTTPAddress(bad) == nil, "\(bad)")
        }
    }

    @Test func `redirections`() throws {
        let address = try #require(HTTPAddress("https://a:8443/x"))
        #expect(address.redirected(to: "/y")?.description == "https://a:8443/y")
        #expect(address.redirected(to: "//b/y")?.description == "https://b/y")
        #expect(address.redirected(to: "http://b/y")?.isSecure == false)
        #expect(address.redirected(to: "gopher://b") == nil)
    }

    /// The answer after each byte alone, so that every cut is tried.
    private func read(_ text: String, most: Int = 100) throws -> HTTPAnswer {
        var answer = HTTPAnswer(mostBodyBytes: most)
        for byte in text.utf8 { try answer.append([byte]) }
        if !answer.isComplete { try answer.end() }
        return answer
    }

    @Test func `bodies by length, by chunks and to the end`() throws {
        let sized = try read("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nX: y\r\n\r\nhello")
        #expect(sized.status == 200 && sized.body == Array("hello".utf8) && sized.field("x") == "y")
        let chunked = try read(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2;x=y\r\nlo\r\n0\r\n\r\n")
        #expect(chunked.body == Array("hello".utf8))
        #expect(try read("HTTP/1.0 404 Not\n\nhello").body == Array("hello".utf8))
        #expect(try read("HTTP/1.1 204\r\nContent-Length: 0\r\n\r\n").body.isEmpty)
    }

    @Test(arguments: [
        ("SSH-2.0\r\n\r\n", HTTPAnswer.Problem.malformed),
        ("HTTP/1.1 abc\r\n\r\n", .malformed),
        ("HTTP/1.1 200\r\nnonsense\r\n\r\n", .malformed),
        ("HTTP/1.1 200\r\nContent-Length: -1\r\n\r\n", .malformed),
        ("HTTP/1.1 200\r\nContent-Length: 101\r\n\r\n", .tooLarge),
        ("HTTP/1.1 200\r\nTransfer-Encoding: chunked\r\n\r\nffff\r\n", .tooLarge),
        ("HTTP/1.1 200\r\nTransfer-Encoding: chunked\r\n\r\n7fffffffffffffff\r\n", .tooLarge),
        ("HTTP/1.1 200\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n", .malformed),
        ("HTTP/1.1 200\r\nContent-Length: 9\r\n\r\nhello", .cutOff),
        ("HTTP/1.1 200\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello", .cutOff),
        ("HTTP/1.1 2", .cutOff),
    ])
    func `answers that are refused`(text: String, problem: HTTPAnswer.Problem) {
        #expect(throws: problem) { try read(text) }
    }

    @Test func `a body without a length is bounded too`() {
        let text = "HTTP/1.0 200\r\n\r\n" + String(repeating: "x", count: 101)
        #expect(throws: HTTPAnswer.Problem.tooLarge) { try read(text) }
        #expect(throws: HTTPAnswer.Problem.tooLarge) {
            try read("HTTP/1.0 200" + String(repeating: "x", count: 40_000))
        }
    }
}

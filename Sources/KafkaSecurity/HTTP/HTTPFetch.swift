/// One request by HTTP or HTTPS, with bounds on time, size and redirections. Blocks: to be called on a thread that may.
public struct HTTPFetch: Sendable {
    /// Why there is no answer, in words for a log; they hold no secret.
    public struct Failure: Error, Sendable, CustomStringConvertible {
        /// What happened.
        public let description: String
    }

    /// Fields and body of a POST; nil for a GET.
    public struct Form: Sendable, Equatable {
        /// `application/x-www-form-urlencoded`.
        public var body: String
        /// The value of the field Authorization, if there is one.
        public var authorization: String?

        /// A form.
        public init(body: String, authorization: String?) {
            self.body = body
            self.authorization = authorization
        }
    }

    private static let mostRedirections = 5

    private let address: HTTPAddress
    private let tls: TLSClientSettings
    private let mostBytes: Int
    private let seconds: Int

    /// - Parameters:
    ///   - tls: how servers of https are checked.
    ///   - mostBytes: the largest body that is read.
    ///   - seconds: how long all of it may take.
    public init(_ address: HTTPAddress, tls: TLSClientSettings, mostBytes: Int, seconds: Int = 10) {
        self.address = address
        self.tls = tls
        self.mostBytes = mostBytes
        self.seconds = seconds
    }

    /// The body of the answer, if its status is 200.
    ///
    /// A GET follows redirections, but never from https to http, and never with what a form carries.
    public func run(_ form: Form? = nil) throws(Failure) -> [UInt8] {
        let deadline = HTTPStream.now() + Int64(seconds) * 1000
        var next = address
        var context: TLSClientContext?
        for _ in 0...Self.mostRedirections {
            if next.isSecure, context == nil { context = try makeContext() }
            let answer = try exchange(next, form, next.isSecure ? context : nil, deadline)
            switch answer.status {
            case 200: return answer.body
            case 301, 302, 303, 307, 308:
                guard form == nil else {
                    throw Failure(description: "\(next.host) redirects, and a form goes to no other place")
                }
                guard let location = answer.field("location"), let target = next.redirected(to: location) else {
                    throw Failure(description: "\(next.host) redirects to no place for HTTP")
                }
                guard target.isSecure || !next.isSecure else {
                    throw Failure(description: "\(next.host) redirects from https to http")
                }
                next = target
            default: throw Failure(description: "\(next.host) answered with status \(answer.status)")
            }
        }
        throw Failure(description: "\(address.host) redirects too often")
    }

    private func makeContext() throws(Failure) -> TLSClientContext {
        do throws(TLSError) {
            return try TLSClientContext(tls)
        } catch {
            throw Failure(description: error.description)
        }
    }

    private func exchange(
        _ address: HTTPAddress, _ form: Form?, _ context: TLSClientContext?, _ deadline: Int64
    ) throws(Failure) -> HTTPAnswer {
        let stream = try HTTPStream(address, context, deadline: deadline)
        try stream.send(request(address, form))
        var answer = HTTPAnswer(mostBodyBytes: mostBytes)
        do throws(HTTPAnswer.Problem) {
            while !answer.isComplete {
                let read: [UInt8]
                switch stream.receive() {
                case .success(let bytes): read = bytes
                case .failure(let failure): throw failure
                }
                if read.isEmpty { try answer.end() } else { try answer.append(read) }
            }
        } catch {
            throw Failure(description: stream.failure?.description ?? text(error, address))
        }
        return answer
    }

    private func text(_ problem: HTTPAnswer.Problem, _ address: HTTPAddress) -> String {
        switch problem {
        case .malformed: "what \(address.host) answers is no HTTP"
        case .tooLarge: "the answer of \(address.host) is larger than \(mostBytes) bytes"
        case .cutOff: "\(address.host) closed the connection in the middle of its answer"
        }
    }

    private func request(_ address: HTTPAddress, _ form: Form?) -> [UInt8] {
        var lines = [
            "\(form == nil ? "GET" : "POST") \(address.target) HTTP/1.1", "Host: \(address.authority)",
            "Accept: application/json", "User-Agent: martlet", "Connection: close",
        ]
        if let form {
            lines.append("Content-Type: application/x-www-form-urlencoded")
            lines.append("Content-Length: \(form.body.utf8.count)")
            if let authorization = form.authorization { lines.append("Authorization: \(authorization)") }
        }
        return Array((lines.joined(separator: "\r\n") + "\r\n\r\n" + (form?.body ?? "")).utf8)
    }
}

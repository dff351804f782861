import KafkaSecurity
import NIOCore
import NIOEmbedded
import Testing

@testable import KafkaClient

@Suite struct ClientLoginHandlerTests {
    private func failure(_ broker: LoginBroker) -> ClientError? {
        do {
            try broker.readiness.future.wait()
            return nil
        } catch {
            return error as? ClientError
        }
    }

    @Test func `the login comes first, and what was written meanwhile follows it`() throws {
        let broker = try LoginBroker()
        broker.channel.writeAndFlush(LoginBroker.frame("early"), promise: nil)
        try broker.look()
        #expect(broker.take() == [.versions])
        try broker.channel.writeInbound(try broker.versionsAnswer())
        try broker.look()
        #expect(broker.take() == [.handshake("PLAIN")])
        try broker.channel.writeInbound(try broker.handshakeAnswer())
        try broker.look()
        #expect(broker.take() == [.authenticate([0] + Array("alice".utf8) + [0] + Array("secret".utf8))])
        #expect(!broker.readiness.isSettled)
        try broker.channel.writeInbound(try broker.authenticateAnswer())
        #expect(failure(broker) == nil)
        try broker.look()
        #expect(broker.take() == [.other("early")])
    }

    @Test func `a refusal is told in the broker's words`() throws {
        let broker = try LoginBroker()
        try broker.look()
        try broker.channel.writeInbound(try broker.versionsAnswer())
        try broker.look()
        try broker.channel.writeInbound(try broker.handshakeAnswer())
        try broker.look()
        _ = try? broker.channel.writeInbound(try broker.authenticateAnswer(code: 58, message: "not you"))
        let error = try #require(failure(broker))
        #expect(
            error.description
                == "broker:9092 did not accept the login by PLAIN as alice: not you; check sasl.jaas.config.")
        #expect(!broker.channel.isActive)
    }

    @Test(arguments: [
        ("HTTP/1.1 400 Bad Request\r\n\r\n", ClientError.Impostor.http),
        ("\u{15}\u{3}\u{3}\u{0}\u{2}\u{2}\u{28}", .tls), ("\u{0}\u{0}\u{0}\u{8}abcdefgh", .unknown),
        ("\u{7f}\u{0}\u{0}\u{0}abcd", .unknown),
    ])
    func `what is no broker is told apart`(bytes: String, impostor: ClientError.Impostor) throws {
        let broker = try LoginBroker()
        try broker.look()
        _ = try? broker.channel.writeInbound(ByteBuffer(bytes: bytes.unicodeScalars.map { UInt8($0.value) }))
        #expect(failure(broker) == .notKafka(BrokerAddress(host: "broker", port: 9092), impostor))
    }

    @Test func `a connection that closes`() throws {
        let early = try LoginBroker()
        early.channel.pipeline.fireChannelInactive()
        #expect(failure(early) == .closedBeforeAnswer(BrokerAddress(host: "broker", port: 9092)))
        let late = try LoginBroker()
        try late.look()
        try late.channel.writeInbound(try late.versionsAnswer())
        late.channel.pipeline.fireChannelInactive()
        #expect(failure(late) == .closedInLogin(BrokerAddress(host: "broker", port: 9092)))
    }

    @Test func `it logs in again before the session ends, between two frames`() throws {
        let broker = try LoginBroker()
        try broker.logIn(lifetime: 10_000)
        // A frame is on its way when the time has come.
        let torn = LoginBroker.frame("torn"), next = LoginBroker.frame("next")
        broker.channel.writeAndFlush(try #require(torn.getSlice(at: 0, length: 6)), promise: nil)
        broker.channel.embeddedEventLoop.advanceTime(by: .milliseconds(8_400))
        try broker.look()
        #expect(broker.take() == [])
        broker.channel.embeddedEventLoop.advanceTime(by: .milliseconds(1_200))
        try broker.look()
        #expect(broker.take() == [])
        // The rest of it comes together with another one, which has to wait.
        var rest = try #require(torn.getSlice(at: 6, length: 2))
        rest.writeImmutableBuffer(next)
        let isWritten = broker.channel.eventLoop.makePromise(of: Void.self)
        broker.channel.writeAndFlush(rest, promise: isWritten)
        try broker.look()
        #expect(broker.take() == [.other("torn"), .handshake("PLAIN")])
        // Answers to earlier requests arrive in between, cut anywhere.
        var bytes = LoginBroker.answer(1, "one")
        bytes.writeImmutableBuffer(try broker.handshakeAnswer())
        bytes.writeImmutableBuffer(LoginBroker.answer(2, "two"))
        for byte in bytes.readableBytesView { try broker.channel.writeInbound(ByteBuffer(bytes: [byte])) }
        let expected = String(buffer: LoginBroker.answer(1, "one")) + String(buffer: LoginBroker.answer(2, "two"))
        #expect(try broker.received() == expected)
        try broker.look()
        #expect(broker.take().count == 1)
        broker.channel.writeAndFlush(LoginBroker.frame("last"), promise: nil)
        try broker.channel.writeInbound(try broker.authenticateAnswer(lifetime: 10_000))
        try broker.look()
        #expect(broker.take() == [.other("next"), .other("last")])
        try isWritten.futureResult.wait()
        // And again.
        broker.channel.embeddedEventLoop.advanceTime(by: .milliseconds(9_600))
        try broker.look()
        #expect(broker.take() == [.handshake("PLAIN")])
    }

    @Test func `a session without an end is left alone`() throws {
        let broker = try LoginBroker()
        try broker.logIn(lifetime: 0)
        broker.channel.embeddedEventLoop.advanceTime(by: .hours(1000))
        try broker.look()
        #expect(broker.take() == [])
    }

    @Test func `a second login that is refused ends the connection`() throws {
        let broker = try LoginBroker()
        try broker.logIn(lifetime: 1000)
        broker.channel.embeddedEventLoop.advanceTime(by: .milliseconds(960))
        let promise = broker.channel.eventLoop.makePromise(of: Void.self)
        broker.channel.writeAndFlush(LoginBroker.frame("held"), promise: promise)
        try broker.look()
        _ = try? broker.channel.writeInbound(try broker.handshakeAnswer(code: 34))
        #expect(throws: (any Error).self) { try promise.futureResult.wait() }
        #expect(!broker.channel.isActive)
    }

    @Test(arguments: [Int32.min, -5, -4, -1, 0, 3, 1024 * 1024 + 1, .max])
    func `answers of no length that makes sense end a second login`(length: Int32) throws {
        let broker = try LoginBroker()
        try broker.logIn(lifetime: 1000)
        broker.channel.embeddedEventLoop.advanceTime(by: .milliseconds(960))
        try broker.look()
        #expect(broker.take() == [.handshake("PLAIN")])
        var answer = try broker.handshakeAnswer()
        answer.setInteger(length, at: 0)
        // The correlation id is the login's.
        #expect(throws: ClientError.notKafka(BrokerAddress(host: "broker", port: 9092), .unknown)) {
            try broker.channel.writeInbound(answer)
        }
        #expect(!broker.channel.isActive)
    }

    /// A login that is due on a connection on which nothing is open.
    private func due() throws -> LoginBroker {
        let broker = try LoginBroker()
        try broker.logIn(lifetime: 1000)
        broker.channel.read()
        broker.channel.embeddedEventLoop.advanceTime(by: .milliseconds(960))
        try broker.look()
        #expect(broker.take() == [.handshake("PLAIN")])
        return broker
    }

    @Test func `a login that is not answered does not hold requests for ever`() throws {
        let broker = try due()
        broker.channel.writeAndFlush(LoginBroker.frame("held"), promise: nil)
        broker.channel.embeddedEventLoop.advanceTime(by: .seconds(29))
        #expect(broker.channel.isActive)
        broker.channel.embeddedEventLoop.advanceTime(by: .seconds(2))
        #expect(!broker.channel.isActive)
    }

    @Test func `while nobody takes answers the broker is not blamed for being silent`() throws {
        let broker = try due()
        try broker.channel.writeInbound(try broker.handshakeAnswer())
        try broker.look()
        #expect(broker.take().count == 1)
        // Nothing more is read: the one who reads is slow.
        broker.channel.writeAndFlush(LoginBroker.frame("held"), promise: nil)
        broker.channel.embeddedEventLoop.advanceTime(by: .minutes(10))
        #expect(broker.channel.isActive)
        broker.channel.read()
        broker.channel.embeddedEventLoop.advanceTime(by: .seconds(29))
        #expect(broker.channel.isActive)
        try broker.channel.writeInbound(try broker.authenticateAnswer(lifetime: 0))
        try broker.look()
        #expect(broker.take() == [.other("held")])
        // Read again, a silent broker has the usual time and no more.
        let silent = try due()
        try silent.channel.writeInbound(try silent.handshakeAnswer())
        silent.channel.embeddedEventLoop.advanceTime(by: .minutes(10))
        silent.channel.read()
        silent.channel.embeddedEventLoop.advanceTime(by: .seconds(61))
        #expect(!silent.channel.isActive)
    }

    @Test func `a broker that is busy with an earlier request has its time`() throws {
        let broker = try LoginBroker()
        try broker.logIn(lifetime: 1000)
        broker.channel.writeAndFlush(LoginBroker.frame("join"), promise: nil)
        broker.channel.read()
        broker.channel.embeddedEventLoop.advanceTime(by: .milliseconds(960))
        try broker.look()
        #expect(broker.take() == [.other("join"), .handshake("PLAIN")])
        broker.channel.embeddedEventLoop.advanceTime(by: .minutes(5))
        #expect(broker.channel.isActive)
        // From its answer on it is the login that is waited for.
        try broker.channel.writeInbound(LoginBroker.answer(1, "joined"))
        broker.channel.read()
        broker.channel.embeddedEventLoop.advanceTime(by: .seconds(29))
        #expect(broker.channel.isActive)
        broker.channel.embeddedEventLoop.advanceTime(by: .seconds(32))
        #expect(!broker.channel.isActive)
    }

    @Test func `bytes that come show that the broker is there`() throws {
        let broker = try due()
        let torn = try broker.handshakeAnswer()
        for byte in torn.readableBytesView {
            broker.channel.embeddedEventLoop.advanceTime(by: .seconds(25))
            try broker.channel.writeInbound(ByteBuffer(bytes: [byte]))
            broker.channel.read()
        }
        try broker.look()
        #expect(broker.take().count == 1)
        #expect(broker.channel.isActive)
    }
}

import KafkaConfiguration
import Testing

@Suite struct CaptureSettingsTests {
    private func load(_ properties: String) throws -> CaptureSettings? {
        try BrokerConfiguration.load(properties: properties).capture
    }

    @Test func nothingIsRecordedUnlessADirectoryIsNamed() throws {
        #expect(try load("martlet.capture.files=3") == nil)
        let settings = try #require(try load("martlet.capture.directory=/var/frames"))
        #expect(settings.directory == "/var/frames")
        #expect(settings.covers("PLAINTEXT"))
        #expect(!settings.keepsSecrets)
        #expect(settings.files == 8)
    }

    @Test func listenersAreChosenByName() throws {
        let listeners = """
            listeners=PLAINTEXT://127.0.0.1:9092,INSIDE://127.0.0.1:9093
            listener.security.protocol.map=PLAINTEXT:PLAINTEXT,INSIDE:PLAINTEXT
            martlet.capture.directory=frames

            """
        let settings = try #require(try load(listeners + "martlet.capture.listeners=inside"))
        #expect(settings.covers("INSIDE"))
        #expect(!settings.covers("PLAINTEXT"))
        #expect(throws: ConfigurationError.self) { try load(listeners + "martlet.capture.listeners=OUTSIDE") }
    }
}

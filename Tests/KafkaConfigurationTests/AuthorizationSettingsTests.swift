import KafkaConfiguration
import Testing

@Suite struct AuthorizationSettingsTests {
    private static let standard = "org.apache.kafka.metadata.authorizer.StandardAuthorizer"

    private func problems(_ lines: String...) -> [String] {
        do throws(ConfigurationError) {
            _ = try BrokerConfiguration.load(properties: lines.joined(separator: "\n"))
            return []
        } catch {
            return error.problems.map(\.description)
        }
    }

    @Test func `no authorizer is the default`() throws {
        #expect(BrokerConfiguration.standard().authorization == nil)
        #expect(try BrokerConfiguration.load(properties: "authorizer.class.name=").authorization == nil)
    }

    @Test func `the standard authorizer`() throws {
        let configuration = try BrokerConfiguration.load(
            properties: """
                authorizer.class.name=\(Self.standard)
                super.users=User:root; User:CN=admin,O=x ;
                allow.everyone.if.no.acl.found=true
                """)
        let settings = try #require(configuration.authorization)
        #expect(settings.superUsers == ["User:root", "User:CN=admin,O=x"])
        #expect(settings.allowEveryoneIfNoAclFound)
        #expect(configuration.warnings.isEmpty)
    }

    @Test func `others are refused with what is possible`() {
        for name in ["kafka.security.authorizer.AclAuthorizer", "com.example.Mine"] {
            let problems = problems("authorizer.class.name=\(name)")
            #expect(problems.count == 1)
            #expect(problems.first?.contains("line 1") == true)
            #expect(problems.first?.contains(name) == true)
            #expect(problems.first?.contains(Self.standard) == true)
        }
    }

    @Test func `super users must be principals`() {
        for text in ["root", ":root", "User:", "User:a;b"] {
            #expect(problems("authorizer.class.name=\(Self.standard)", "super.users=\(text)").count == 1, "\(text)")
        }
    }
}

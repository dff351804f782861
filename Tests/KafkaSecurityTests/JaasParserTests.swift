import KafkaSecurity
import Testing

@Suite struct JaasParserTests {
    @Test func `the string of Kafka's documentation`() throws {
        let modules = try JaasParser.parse(
            """
            org.apache.kafka.common.security.plain.PlainLoginModule required \\
            username="admin" password="admin-secret" user_admin="admin-secret" user_alice=alice-secret;
            """.replacing("\\\n", with: "\n"))
        #expect(
            modules == [
                JaasModule(
                    className: "org.apache.kafka.common.security.plain.PlainLoginModule", flag: .required,
                    options: [
                        "username": "admin", "password": "admin-secret", "user_admin": "admin-secret",
                        "user_alice": "alice-secret",
                    ])
            ])
        #expect(modules.first?.shortName == "PlainLoginModule")
    }

    @Test func `several modules, comments, quotes and escapes`() throws {
        let modules = try JaasParser.parse(
            """
            a.B requisite; // nothing to set
            C OPTIONAL /* one */ one="a\\"b\\\\c;d=e" 'two'='it\\'s' three="\\101\\n" four="";
            """)
        #expect(modules.map(\.className) == ["a.B", "C"])
        #expect(modules.map(\.flag) == [.requisite, .optional])
        #expect(modules.last?.options == ["one": "a\"b\\c;d=e", "two": "it's", "three": "A\n", "four": ""])
    }

    @Test(arguments: [
        ("", "names no login module"),
        ("  // only a comment", "names no login module"),
        ("a.B", "must be followed by one of required"),
        ("a.B always user=hunter2;", "must be followed by one of required"),
        ("a.B required user=hunter2", "must end with ;"),
        ("a.B required user hunter2;", "option number 1 must be name=value"),
        ("a.B required one=1 user_x=;", "option user_x has no value"),
        ("a.B required =hunter2;", "has no name"),
        ("a.B required user=\"hunter2;", "quote is not closed"),
        ("a.B required user=\"hunter2\n\";", "over the end of its line"),
        ("/* a.B required user=hunter2;", "comment is not ended"),
        ("\"a.B\" required;", "must begin with its class"),
        ("a.B required;;", "must begin with its class"),
    ])
    func `what is wrong is said without secrets`(text: String, complaint: String) throws {
        let error = try #require(throws: JaasError.self) { try JaasParser.parse(text) }
        #expect(error.description.contains(complaint), "\(error)")
        #expect(!error.description.contains("hunter2"))
    }
}

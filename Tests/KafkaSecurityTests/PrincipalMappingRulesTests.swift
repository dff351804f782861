import Testing

@testable import KafkaSecurity

@Suite struct PrincipalMappingRulesTests {
    private func mapped(_ rules: String, _ name: String) throws -> String? {
        try PrincipalMappingRules(rules).name(for: name)
    }

    @Test func withoutRulesTheNameIsThePrincipal() throws {
        #expect(try mapped("DEFAULT", "CN=a,O=b") == "CN=a,O=b")
        #expect(try mapped("", "CN=a,O=b") == "CN=a,O=b")
    }

    /// The examples of Kafka's documentation.
    @Test func theFirstRuleThatMatchesDecides() throws {
        let rules =
            "RULE:^CN=(.*?),OU=ServiceUsers.*$/$1/, RULE:^CN=(.*?),OU=(.*?),O=(.*?),L=(.*?),ST=(.*?),C=(.*?)$/$1@$2/L, "
            + "RULE:^.*[Cc][Nn]=([a-zA-Z0-9.]*).*$/$1/L, DEFAULT"
        #expect(
            try mapped(rules, "CN=serviceuser,OU=ServiceUsers,O=Unknown,L=Unknown,ST=Unknown,C=Unknown")
                == "serviceuser")
        #expect(
            try mapped(rules, "CN=adminUser,OU=Admin,O=Unknown,L=Unknown,ST=Unknown,C=Unknown") == "adminuser@admin")
        #expect(try mapped(rules, "OU=x,CN=Some.One,O=y") == "some.one")
        #expect(try mapped(rules, "OU=x") == "OU=x")
    }

    @Test func lettersMayChange() throws {
        #expect(try mapped("RULE:^CN=(.*?)$/$1/U", "CN=abC") == "ABC")
        #expect(try mapped("RULE:^CN=(.*?)$/$1/L", "CN=abC") == "abc")
    }

    @Test func aNameThatNoRuleMatchesHasNoPrincipal() throws {
        #expect(try mapped("RULE:^CN=(a+)$/$1/", "CN=b") == nil)
        #expect(try mapped("RULE:CN=a/x/", "CN=ab") == nil)
    }

    @Test func slashesAndCommasMayStandInRules() throws {
        #expect(try mapped(#"RULE:^CN=(.*?)\/(.*?),O=.*$/$1,$2/,DEFAULT"#, "CN=a/b,O=c") == "a,b")
        #expect(try mapped(#"RULE:^CN=(\w+)$/\$$1/"#, "CN=abc") == "$abc")
    }

    @Test func rulesThatCannotBeReadAreRefused() {
        for text in ["RULE", "RULE:abc", "RULE:(/x/", "OTHER", "RULE:a/b/X", "DEFAULT DEFAULT"] {
            #expect(throws: TLSError.self, "\(text)") { try PrincipalMappingRules(text) }
        }
    }

    @Test func patterns() throws {
        func groups(_ pattern: String, _ text: String) -> [String?]? { CapturingPattern(pattern)?.match(text) }
        #expect(groups("(a|b)+c{2,3}", "abcc") == ["abcc", "b"])
        #expect(groups("(a)?(b)", "b") == ["b", nil, "b"])
        #expect(groups("(?:x|y)([^,]*)", "yz") == ["yz", "z"])
        #expect(groups(#"[\w.-]+@(\d*)"#, "a.b-c@12") == ["a.b-c@12", "12"])
        #expect(groups("(a*?)(a*)", "aaa") == ["aaa", "", "aaa"])
        #expect(groups("a{2}", "aaa") == nil)
        // Exponential for who goes back and forth without a bound.
        #expect(groups("(a*)*b", String(repeating: "a", count: 40)) == nil)
    }
}

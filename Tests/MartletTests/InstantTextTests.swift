import Testing

@testable import martlet

@Suite struct InstantTextTests {
    @Test(arguments: [
        ("1970-01-01T00:00:00.000", Int64(0)), ("2023-11-14T22:13:21.000", 1_700_000_001_000),
        ("2023-11-14T22:13:21Z", 1_700_000_001_000), ("2023-11-14T23:13:21.5+01:00", 1_700_000_001_500),
        ("2023-11-14T20:43:21.123456-0130", 1_700_000_001_123), ("2024-02-29T00:00", 1_709_164_800_000),
        ("1969-12-31T23:59:59.999", -1), ("2000-03-01T00:00:00+00", 951_868_800_000),
    ])
    func readsDates(text: String, expected: Int64) throws {
        #expect(try InstantText.milliseconds(ofDateTime: text) == expected)
    }

    @Test(arguments: ["", "2023", "2023-13-01T00:00:00", "2023-11-14T24:00:00", "2023-11-14T22:13:21.000X", "now"])
    func refusesWhatIsNoDate(text: String) {
        #expect(throws: CommandFailure.self) { try InstantText.milliseconds(ofDateTime: text) }
    }

    @Test(arguments: [
        ("P7D", Int64(604_800_000)), ("PT1H30M", 5_400_000), ("P1DT12H", 129_600_000), ("PT0.5S", 500), ("PT0S", 0),
    ])
    func readsDurations(text: String, expected: Int64) throws {
        #expect(try InstantText.milliseconds(ofDuration: text) == expected)
    }

    @Test(arguments: ["", "P", "PT", "7D", "P7", "P1M", "PT1H1H", "PT1.5H", "P999999999999D1D", "PTXS"])
    func refusesWhatIsNoDuration(text: String) {
        #expect(throws: CommandFailure.self) { try InstantText.milliseconds(ofDuration: text) }
    }
}

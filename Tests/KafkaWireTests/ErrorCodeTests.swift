import KafkaWire
import Testing

@Suite struct ErrorCodeTests {
    @Test(
        arguments: [
            (ErrorCode.unknownServerError, -1, "UNKNOWN_SERVER_ERROR", false), (.none, 0, "NONE", false),
            (.corruptMessage, 2, "CORRUPT_MESSAGE", true), (.notCoordinator, 16, "NOT_COORDINATOR", true),
            (.fencedInstanceId, 82, "FENCED_INSTANCE_ID", false),
            (.shareSessionLimitReached, 133, "SHARE_SESSION_LIMIT_REACHED", true),
        ] as [(ErrorCode, Int16, String, Bool)])
    func codesAreKafkas(code: ErrorCode, number: Int16, name: String, isRetriable: Bool) {
        #expect(code.rawValue == number && code.name == name && code.isRetriable == isRetriable)
    }

    @Test func unknownNumbersHaveTheNameThatClientsGiveThem() {
        #expect(ErrorCode(rawValue: 134).name == "UNKNOWN_SERVER_ERROR")
        #expect(ErrorCode(rawValue: .min).name == "UNKNOWN_SERVER_ERROR")
        #expect(ErrorCode(rawValue: .max).description == "UNKNOWN_SERVER_ERROR (32767)")
    }
}

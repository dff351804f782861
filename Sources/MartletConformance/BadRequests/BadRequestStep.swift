import KafkaMessageJSON
import NIOCore

/// A request of a list of bad ones, with what the recorded broker did.
struct BadRequestStep: Sendable {
    /// What the recorded broker did.
    enum Answer: Sendable {
        case frame(ByteBuffer)
        case closed
        case nothing
    }

    /// Steps of the same case share a connection.
    let caseName: String
    let step: Int64
    let bytes: ByteBuffer
    /// What stands before the bytes, which is not their length where that is the point of the case.
    let lengthPrefix: Int32
    let answer: Answer
    /// Whether the connection ended right after the answer.
    let closesAfterwards: Bool

    var name: String { "\(caseName)/\(step)" }

    init(line: some Sequence<UInt8>, number: Int) throws {
        let json: JSONValue
        do throws(JSONSyntaxError) {
            json = try JSONValue(parsing: line)
        } catch {
            throw ConformanceError.badDocument("line \(number) of the bad requests", error.problem)
        }
        guard let caseName = json["case"]?.stringValue,
            let bytes = json["request_hex"]?.stringValue.flatMap({ Hexadecimal.decode($0.utf8) })
        else {
            throw ConformanceError.badDocument("line \(number) of the bad requests", "case and request_hex are needed")
        }
        self.caseName = caseName
        self.bytes = bytes
        step = json["step"]?.integerValue ?? 0
        lengthPrefix = Int32(clamping: json["request_length_prefix"]?.integerValue ?? Int64(bytes.readableBytes))
        closesAfterwards = json["closed_after_answer"]?.boolValue ?? false
        if let response = json["response_hex"]?.stringValue.flatMap({ Hexadecimal.decode($0.utf8) }) {
            answer = .frame(response)
        } else {
            answer = json["no_answer"]?.boolValue == true ? .nothing : .closed
        }
    }
}

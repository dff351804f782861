import KafkaMessageJSON

extension JSONValue {
    /// The value at a place such as `topics.0.topicId`; nil if there is none.
    func value(at place: String) -> JSONValue? {
        var value: JSONValue? = self
        for name in place.split(separator: ".") {
            value = Int(name).flatMap { value?[$0] } ?? value?[String(name)]
        }
        return value
    }
}

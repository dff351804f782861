import KafkaConfiguration

/// Which topics a filter is for, by patterns over their whole names.
struct TopicSelection: Sendable {
    private let patterns: [TextPattern]
    private let meansAll: Bool

    /// - Parameter meansAll: whether no pattern at all stands for every topic.
    /// - Throws: ``FilterOptionError`` for what is no pattern.
    init(_ texts: [String], option: String, meansAll: Bool = true) throws(FilterOptionError) {
        var patterns: [TextPattern] = []
        for text in texts where !text.isEmpty {
            // What people write for everything.
            guard let pattern = TextPattern(text == "*" ? ".*" : text) else {
                throw FilterOptionError(option: option, reason: "\(text) is no regular expression that is understood")
            }
            patterns.append(pattern)
        }
        self.patterns = patterns
        self.meansAll = meansAll
    }

    func contains(_ topic: String) -> Bool {
        patterns.isEmpty ? meansAll : patterns.contains { $0.matches(topic) }
    }
}

/// What is wrong with an option of a filter.
struct FilterOptionError: Error, Equatable {
    var option: String
    var reason: String
}

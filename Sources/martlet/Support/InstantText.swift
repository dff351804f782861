import Glibc

/// Dates and durations as Kafka's tools take them.
enum InstantText {
    /// Milliseconds since 1970 for `YYYY-MM-DDTHH:mm:SS.sss`, optionally with `Z`, `+hh:mm`, `+hhmm` or `+hh`.
    ///
    /// Seconds and fraction may be left out; without a zone it is UTC, as in Kafka's tools.
    static func milliseconds(ofDateTime text: String) throws -> Int64 {
        guard let value = parse(text) else {
            throw CommandFailure(
                "'\(text)' is not a date and time of the form 2026-01-31T15:30:00.000 (add Z or +02:00 for a zone).")
        }
        return value
    }

    private static func parse(_ text: String) -> Int64? {
        var rest = text[...]
        guard let year = digits(&rest, 4), skip(&rest, "-"), let month = digits(&rest, 2), skip(&rest, "-"),
            let day = digits(&rest, 2), skip(&rest, "T") || skip(&rest, " "), let hour = digits(&rest, 2),
            skip(&rest, ":"), let minute = digits(&rest, 2),
            (1...12).contains(month), (1...31).contains(day), hour < 24, minute < 60
        else { return nil }
        var second = 0
        var milliseconds = 0
        if skip(&rest, ":") {
            guard let value = digits(&rest, 2), value < 60 else { return nil }
            second = value
            if skip(&rest, ".") || skip(&rest, ",") {
                guard let value = fraction(&rest) else { return nil }
                milliseconds = value
            }
        }
        guard let offset = zone(&rest), rest.isEmpty else { return nil }
        let days = daysSince1970(year: year, month: month, day: day)
        let minutes = Int64(days) * 1_440 + Int64(hour * 60 + minute - offset)
        return (minutes * 60 + Int64(second)) * 1_000 + Int64(milliseconds)
    }

    /// Minutes east of UTC.
    private static func zone(_ rest: inout Substring) -> Int? {
        if rest.isEmpty || skip(&rest, "Z") { return 0 }
        let sign: Int
        if skip(&rest, "+") { sign = 1 } else if skip(&rest, "-") { sign = -1 } else { return nil }
        guard let hours = digits(&rest, 2), hours < 24 else { return nil }
        if rest.isEmpty { return sign * hours * 60 }
        _ = skip(&rest, ":")
        guard let minutes = digits(&rest, 2), minutes < 60 else { return nil }
        return sign * (hours * 60 + minutes)
    }

    private static func digits(_ rest: inout Substring, _ count: Int) -> Int? {
        let part = rest.prefix(count)
        guard part.count == count, part.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        rest = rest.dropFirst(count)
        return Int(part)
    }

    /// One to nine digits, cut to milliseconds.
    private static func fraction(_ rest: inout Substring) -> Int? {
        let part = rest.prefix { ("0"..."9").contains($0) }
        guard (1...9).contains(part.count) else { return nil }
        rest = rest.dropFirst(part.count)
        return Int((part + "00").prefix(3))
    }

    private static func skip(_ rest: inout Substring, _ text: String) -> Bool {
        guard rest.hasPrefix(text) else { return false }
        rest = rest.dropFirst(text.count)
        return true
    }

    /// Days by the Gregorian calendar, counted in years that begin in March.
    private static func daysSince1970(year: Int, month: Int, day: Int) -> Int {
        let shifted = month > 2 ? year : year - 1
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// Milliseconds of an ISO 8601 duration: `P7D`, `PT1H30M`, `P1DT12H`, `PT0.5S`.
    static func milliseconds(ofDuration text: String) throws -> Int64 {
        guard let value = parseDuration(text) else {
            throw CommandFailure("'\(text)' is not a duration of the form PnDTnHnMnS, such as P7D or PT1H30M.")
        }
        return value
    }

    private static func parseDuration(_ text: String) -> Int64? {
        var rest = text[...]
        guard skip(&rest, "P"), !rest.isEmpty else { return nil }
        var total: Int64 = 0
        var isTime = false
        var units: [Character: Int64] = ["D": 86_400_000]
        while !rest.isEmpty {
            if !isTime, skip(&rest, "T") {
                guard !rest.isEmpty else { return nil }
                isTime = true
                units = ["H": 3_600_000, "M": 60_000, "S": 1_000]
            }
            let number = rest.prefix { ("0"..."9").contains($0) }
            guard let value = Int64(number), number.count <= 12 else { return nil }
            rest = rest.dropFirst(number.count)
            var milliseconds = 0
            if isTime, skip(&rest, ".") {
                guard let part = fraction(&rest), rest.first == "S" else { return nil }
                milliseconds = part
            }
            guard let letter = rest.popFirst(), let unit = units.removeValue(forKey: letter) else { return nil }
            let (product, overflow) = value.multipliedReportingOverflow(by: unit)
            guard !overflow, product < Int64.max / 4 else { return nil }
            total += product + Int64(milliseconds)
        }
        return total
    }

    /// Milliseconds since 1970.
    static func now() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
    }
}

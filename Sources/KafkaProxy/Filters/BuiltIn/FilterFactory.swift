import KafkaConfiguration
import Logging

/// Makes the filters that a configuration names.
enum FilterFactory {
    /// - Throws: ``ProxyStartError`` that names the key and what is wrong with it.
    static func make(_ settings: [ProxyFilterSettings], logger: Logger) throws(ProxyStartError) -> [any ProxyFilter] {
        var filters: [any ProxyFilter] = []
        for filter in settings {
            do throws(FilterOptionError) {
                filters.append(try make(filter, logger))
            } catch {
                throw ProxyStartError(
                    description: "martlet.proxy.filter.\(filter.name).\(error.option): \(error.reason)")
            }
        }
        return filters
    }

    private static func make(
        _ settings: ProxyFilterSettings, _ logger: Logger
    ) throws(FilterOptionError) -> any ProxyFilter {
        let options = FilterOptions(settings)
        switch settings.type {
        case "topics": return try TopicFilter(options)
        case "records": return try RecordRuleFilter(options)
        case "headers": return try HeaderFilter(options)
        case "mask": return try MaskFilter(options)
        case "fault": return try FaultFilter(options)
        case "audit": return try AuditFilter(options, logger: logger)
        default: throw FilterOptionError(option: "type", reason: "\(settings.type) is no type of filter")
        }
    }
}

import Synchronization

/// The filters of a proxy, which may be replaced while it runs. Safe from any thread.
final class FilterSource: Sendable {
    private let logsInItself: Bool
    private let table: Mutex<FilterTable>
    /// Counts the replacements, so that a connection sees with one look whether its table is still the one.
    private let count = Atomic<Int>(0)

    init(_ filters: [any ProxyFilter], passesUnknownApis: Bool, logsInItself: Bool) {
        self.logsInItself = logsInItself
        table = Mutex(FilterTable(filters, passesUnknownApis: passesUnknownApis, logsInItself: logsInItself))
    }

    /// Changes whenever ``current`` does.
    var generation: Int { count.load(ordering: .acquiring) }

    /// The table as it is now.
    var current: FilterTable { table.withLock { $0 } }

    /// Takes other filters; requests that come from now on pass them.
    func replace(_ filters: [any ProxyFilter], passesUnknownApis: Bool) {
        let new = FilterTable(filters, passesUnknownApis: passesUnknownApis, logsInItself: logsInItself)
        table.withLock { $0 = new }
        count.wrappingAdd(1, ordering: .releasing)
    }
}

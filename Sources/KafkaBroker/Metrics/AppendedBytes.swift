import Synchronization

/// How many bytes producers have added to the logs. An addition costs next to nothing beside the write before it.
final class AppendedBytes: Sendable {
    private let count = Atomic<Int64>(0)

    var total: Int64 { count.load(ordering: .relaxed) }

    func add(_ bytes: Int) {
        count.wrappingAdd(Int64(bytes), ordering: .relaxed)
    }
}

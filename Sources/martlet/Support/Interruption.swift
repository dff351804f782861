import Dispatch
import Glibc
import KafkaClient
import Synchronization

/// Runs work that ends well on Ctrl-C or SIGTERM: the work's task is cancelled. A second signal, a second or more
/// later, ends the program at once.
enum Interruption {
    static func run<Value: Sendable>(_ work: @escaping @Sendable () async throws -> Value) async throws -> Value {
        let task = Task { try await work() }
        let first = Mutex<ContinuousClock.Instant?>(nil)
        let sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                // A shell or a supervisor often sends the same signal twice at once; a person does not.
                let isImpatient = first.withLock { first in
                    guard let earlier = first else {
                        first = .now
                        return false
                    }
                    return .now - earlier > .seconds(1)
                }
                if isImpatient { _exit(130) }
                task.cancel()
            }
            source.resume()
            return source
        }
        defer { for source in sources { source.cancel() } }
        return try await task.value
    }
}

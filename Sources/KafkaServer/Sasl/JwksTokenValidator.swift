import KafkaSecurity
import Logging
import Synchronization

/// Checks tokens by the keys of their issuer, which it reads anew when it is time, when their file changes, and when a
/// token names a key that is not among them.
///
/// Keys that could be read stay in force until others can be.
final class JwksTokenValidator: BearerTokenValidator {
    private struct State {
        var keys: JsonWebKeySet?
        var wantsKeys = false
        var task: Task<Void, Never>?
    }

    /// How often it is looked whether keys are to be read.
    private static let step = Duration.milliseconds(500)
    /// Keys that tokens ask for are read no sooner than this after the last time, in milliseconds.
    private static let leastInterval: Int64 = 10_000

    private let settings: BearerTokenSettings
    private let logger: Logger
    private let threads = LazyThreadPool(threads: 1)
    private let state = Mutex(State())

    init(_ settings: BearerTokenSettings, logger: Logger) {
        self.settings = settings
        self.logger = logger
    }

    func validate(_ token: String, now: Int64) throws(BearerTokenError) -> BearerToken {
        guard let keys = state.withLock({ $0.keys }) else {
            throw BearerTokenError("the issuer's keys could not be read yet")
        }
        do throws(BearerTokenError) {
            return try keys.validate(token, rules: settings.rules, now: now)
        } catch {
            if error.reason == JsonWebKeySet.unknownKey { state.withLock { $0.wantsKeys = true } }
            throw error
        }
    }

    /// Begins to read keys in the background; a file is read here and now, so that the first client finds its keys.
    func start() {
        if case .file = settings.keys { _ = take(Result { () throws(JwksFetch.Failure) in try fetch.run() }) }
        let task = Task.detached { [self] in await run() }
        state.withLock { $0.task = task }
    }

    func stop() {
        state.withLock { $0.task.take() }?.cancel()
    }

    private var fetch: JwksFetch { JwksFetch(location: settings.keys, tls: settings.tls) }

    private func run() async {
        let clock = ContinuousClock()
        var stamp = fetch.stamp
        var last = clock.now
        var pause = settings.retryMilliseconds
        var isDue = state.withLock { $0.keys == nil }
        while !Task.isCancelled {
            if isDue {
                last = clock.now
                stamp = fetch.stamp
                let isTaken = take(await fetchOnThread())
                pause = isTaken ? settings.retryMilliseconds : min(max(1, pause) * 2, settings.mostRetryMilliseconds)
                state.withLock { $0.wantsKeys = false }
                isDue = !isTaken
                if !isTaken { do { try await Task.sleep(for: .milliseconds(max(100, pause))) } catch { break } }
                continue
            }
            do { try await Task.sleep(for: Self.step) } catch { break }
            let age = clock.now - last
            let wantsKeys = state.withLock { $0.wantsKeys }
            isDue =
                age >= .milliseconds(max(1, settings.refreshMilliseconds)) || fetch.stamp != stamp
                || wantsKeys && age >= .milliseconds(Self.leastInterval)
        }
        await threads.stop()
    }

    private func fetchOnThread() async -> Result<[UInt8], JwksFetch.Failure> {
        let fetch = fetch
        return await withCheckedContinuation { continuation in
            threads.submit { _ in
                continuation.resume(returning: Result { () throws(JwksFetch.Failure) in try fetch.run() })
            }
        }
    }

    private func take(_ read: Result<[UInt8], JwksFetch.Failure>) -> Bool {
        let reason: String
        switch read {
        case .success(let bytes):
            do throws(BearerTokenError) {
                let keys = try JsonWebKeySet(bytes)
                state.withLock { $0.keys = keys }
                logger.info(
                    "read the keys of the token issuer",
                    metadata: ["from": "\(settings.keys)", "keys": "\(keys.count)"])
                return true
            } catch {
                reason = error.reason
            }
        case .failure(let failure): reason = failure.description
        }
        logger.error(
            "the keys of the token issuer were not read; those read before stay in force",
            metadata: ["from": "\(settings.keys)", "error": "\(reason)"])
        return false
    }
}

import KafkaClient
import NIOCore

/// Reads records and prints them, until there is a reason to stop.
struct ConsumeRun: Sendable {
    let mode: ConsumerMode
    let settings: ConsumerConfiguration
    let format: RecordFormat
    let text: RecordTextFormat
    /// Stop after this many records.
    let limit: Int?
    /// Stop when nothing came for this many milliseconds.
    let idleTimeout: Int64?
    let showsProgress: Bool

    /// Throws ``ClientError``; an interruption is no failure.
    func run(over cluster: KafkaCluster) async throws {
        let consumer = Consumer(cluster: cluster, mode: mode, configuration: settings)
        var count = 0
        var failure: (any Error)?
        do {
            try await printRecords(of: consumer, count: &count)
        } catch ClientError.closed where Task.isCancelled {
            // Interrupted by the person at the terminal.
        } catch is StandardOutput.Closed {
            // The reader of our output has seen enough.
        } catch {
            failure = error
        }
        // Outside of the task, which may be cancelled: the commit and the goodbye to the group shall still be sent.
        let closing = Task { try await consumer.close() }
        do {
            try await closing.value
        } catch {
            failure = failure ?? error
        }
        if let failure { throw failure }
        Terminal.printError("Processed a total of \(count) messages")
    }

    private func printRecords(of consumer: Consumer, count: inout Int) async throws {
        var output = StandardOutput()
        var progress = ProgressLine(isWanted: showsProgress)
        var lastRecord = ContinuousClock.now
        var hasWarned = false
        defer { progress.clear() }
        while count < limit ?? .max {
            let records = try await consumer.poll(maxRecords: min(limit.map { $0 - count } ?? 500, 500), timeout: wait)
            for record in records { try output.write(line(for: record)) }
            try output.flush()
            count += records.count
            if !records.isEmpty { lastRecord = .now }
            if showsProgress { progress.update("\(count) records read") }
            if let idleTimeout, ContinuousClock.now - lastRecord >= .milliseconds(idleTimeout) { break }
            if records.isEmpty, StandardOutput.isClosed { break }
            if records.isEmpty, !hasWarned { hasWarned = await warnOfMissingTopics(consumer) }
        }
    }

    private var wait: Int64 { min(idleTimeout ?? 1_000, 1_000) }

    private func line(for record: ConsumedRecord) -> ByteBuffer {
        switch format {
        case .text: text.text(of: record)
        case .json: RecordJSONFormat.text(of: record)
        }
    }

    /// True once something was said.
    private func warnOfMissingTopics(_ consumer: Consumer) async -> Bool {
        let missing = await consumer.missingTopics
        for topic in missing {
            Terminal.printError(
                "Topic '\(topic)' does not exist (yet); waiting for it. Create it with 'martlet topics create'.")
        }
        return !missing.isEmpty
    }
}

import KafkaClient
import NIOCore
import Synchronization

/// Reads lines, sends them, and tells what became of them.
struct ProduceRun: Sendable {
    let cluster: KafkaCluster
    let settings: ProducerConfiguration
    let parser: LineRecordParser
    let topic: String
    let partition: Int32?
    let sync: Bool
    let showsProgress: Bool

    /// Throws ``CommandFailure`` if records were lost, ``ClientError`` if the topic cannot be used.
    func run() async throws {
        let tally = DeliveryTally()
        let producer = Producer(cluster: cluster, configuration: settings) { tally.count($0) }
        var failure: (any Error)?
        do {
            try await sendLines(to: producer, tally: tally)
        } catch ClientError.closed where Task.isCancelled {
            // Interrupted: what was read is still sent.
        } catch {
            failure = error
        }
        await producer.flush()
        if let failure { throw failure }
        let lost = tally.lost
        guard lost == 0 else { throw CommandFailure("\(lost) records were not delivered to topic '\(topic)'.") }
    }

    private func sendLines(to producer: Producer, tally: DeliveryTally) async throws {
        let input = StandardInput()
        var lines = LineSplitter(limit: settings.maxRequestSize)
        var progress = ProgressLine(isWanted: showsProgress && !Terminal.inputIsTerminal)
        let prompts = Terminal.inputIsTerminal && Terminal.errorIsTerminal
        while true {
            if prompts { Terminal.writeError(">") }
            guard let bytes = try await input.read() else { break }
            lines.append(bytes)
            try await send(try records(in: &lines), to: producer)
            progress.update("\(lines.count) records read, \(tally.delivered) delivered")
        }
        if let last = lines.finish() {
            try await send([try record(from: last, number: lines.count)], to: producer)
        }
        progress.clear()
    }

    private func records(in lines: inout LineSplitter) throws -> [ProducerRecord] {
        var records: [ProducerRecord] = []
        do {
            while let line = try lines.next() { records.append(try record(from: line, number: lines.count)) }
        } catch let error as LineSplitter.TooLong {
            throw CommandFailure(
                "Line \(error.line) is longer than max.request.size (\(settings.maxRequestSize) bytes). "
                    + "Raise it with --max-request-size, and max.message.bytes of the topic.")
        }
        return records
    }

    private func record(from line: ByteBuffer, number: Int) throws -> ProducerRecord {
        var record = try parser.record(from: line, number: number)
        record.partition = partition
        return record
    }

    private func send(_ records: [ProducerRecord], to producer: Producer) async throws {
        guard sync else {
            try await producer.send(records, topic: topic)
            return
        }
        for record in records {
            try await producer.send([record], topic: topic)
            await producer.flush()
        }
    }
}

/// Counts what was delivered and lost, and tells of the first losses on standard error.
final class DeliveryTally: Sendable {
    private struct Counts {
        var delivered = 0
        var lost = 0
        var failures = 0
    }
    private let counts = Mutex(Counts())

    /// How many lost batches are told one by one.
    private static let tellBound = 10

    var delivered: Int { counts.withLock { $0.delivered } }
    var lost: Int { counts.withLock { $0.lost } }

    func count(_ report: DeliveryReport) {
        switch report.result {
        case .success:
            counts.withLock { $0.delivered += report.recordCount }
        case .failure(let error):
            let failures = counts.withLock { counts in
                counts.lost += report.recordCount
                counts.failures += 1
                return counts.failures
            }
            guard failures <= Self.tellBound else { return }
            let records = report.recordCount == 1 ? "1 record" : "\(report.recordCount) records"
            Terminal.printError("Error: \(records) for \(report.partition) lost. \(error)")
        }
    }
}

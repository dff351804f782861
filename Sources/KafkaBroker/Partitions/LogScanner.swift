import KafkaLog
import KafkaRecords
import NIOCore

/// Reads a whole log from its start, batch by batch, as coordinators and the controller do when they load.
struct LogScanner {
    /// Why a scan ended early.
    enum Failure: Error {
        case log(LogError)
        case disk(DiskError)
        case records(RecordError)
    }

    /// Bytes read at a time; a larger batch is read whole.
    private static let chunkSize = 1 << 20
    /// Bytes that one batch of an internal log may decompress to.
    private static let decompressionLimit = 256 << 20

    let log: BrokerLog

    /// Calls `body` for every batch from an offset on.
    func forEachBatch(from start: Int64, _ body: (RecordBatchHeader, ByteBuffer) -> Void) throws(Failure) {
        var offset = start
        while true {
            let read: LogRead<PosixDisk>
            do throws(LogError) {
                read = try log.read(from: offset, maxBytes: Self.chunkSize, minOneBatch: true, isolation: .logEnd)
            } catch {
                throw .log(error)
            }
            if let file = read.file, read.length > 0 {
                let bytes: ByteBuffer
                do throws(DiskError) { bytes = try file.bytes(at: read.position, count: read.length) } catch {
                    throw .disk(error)
                }
                try Self.forEachBatch(in: bytes, body)
            }
            guard read.nextOffset > offset else { return }
            offset = read.nextOffset
        }
    }

    /// Calls `body` for every record of every batch.
    func forEachRecord(from start: Int64, _ body: (RecordBatchHeader, Record) -> Void) throws(Failure) {
        var failure: RecordError?
        try forEachBatch(from: start) { header, batch in
            guard failure == nil else { return }
            failure = Self.forEachRecord(of: batch, header, body)
        }
        if let failure { throw .records(failure) }
    }

    static func forEachBatch(
        in bytes: ByteBuffer, _ body: (RecordBatchHeader, ByteBuffer) -> Void
    ) throws(Failure) {
        var batches = RecordBatches(bytes)
        while let entry = batches.next() {
            guard let batch = batches.slice(of: entry) else { continue }
            guard entry.magic == 2 else {
                try forEachBatch(in: try converted(batch), body)
                continue
            }
            do throws(RecordError) { body(try RecordBatchHeader(parsing: batch), batch) } catch {
                throw .records(error)
            }
        }
    }

    /// Internal topics of ZooKeeper days may hold messages of the formats before 2.
    private static func converted(_ message: ByteBuffer) throws(Failure) -> ByteBuffer {
        do throws(RecordError) {
            return try LegacyMessageSet.converted(message, decompressionLimit: decompressionLimit)
        } catch {
            throw .records(error)
        }
    }

    static func forEachRecord(
        of batch: ByteBuffer, _ header: RecordBatchHeader, _ body: (RecordBatchHeader, Record) -> Void
    ) -> RecordError? {
        do throws(RecordError) {
            var reader = try RecordBatchReader(batch, decompressionLimit: decompressionLimit)
            while let record = try reader.next() { body(header, record) }
            return nil
        } catch {
            return error
        }
    }
}

extension DiskFile {
    /// Bytes of the file as a buffer.
    func bytes(at position: Int, count: Int) throws(DiskError) -> ByteBuffer {
        var buffer = ByteBufferAllocator().buffer(capacity: count)
        var failure: DiskError?
        buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: count) { space in
            do throws(DiskError) {
                return try read(into: UnsafeMutableRawBufferPointer(rebasing: space[..<count]), at: position)
            } catch {
                failure = error
                return 0
            }
        }
        if let failure { throw failure }
        return buffer
    }
}

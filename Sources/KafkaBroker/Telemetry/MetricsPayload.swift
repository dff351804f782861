import KafkaRecords
import KafkaWire
import NIOCore

/// Metrics as clients push them: OpenTelemetry's `MetricsData` in Protocol Buffers, compressed or not.
enum MetricsPayload {
    enum Failure: Error, Equatable {
        /// Unpacked they are larger than `telemetry.max.bytes`.
        case tooLarge
        case unreadable
    }

    /// Unpacks the metrics within a limit and counts them.
    static func countMetrics(
        _ payload: ByteBuffer, _ compression: CompressionType, limit: Int
    ) throws(Failure) -> Int {
        let plain: ByteBuffer
        do throws(RecordError) {
            plain = try Compression.decompress(payload, with: compression, limit: limit)
        } catch .decompressedTooLarge {
            throw .tooLarge
        } catch {
            throw .unreadable
        }
        guard plain.readableBytes <= limit else { throw .tooLarge }
        // resource_metrics (1) holds scope_metrics (2), which hold metrics (2).
        guard let count = count(path: [1, 2, 2], plain) else { throw .unreadable }
        return count
    }

    /// How many fields there are at the end of a path of field numbers; nil for what is no message.
    private static func count(path: ArraySlice<UInt64>, _ message: ByteBuffer) -> Int? {
        guard let wanted = path.first else { return 1 }
        var message = message
        var count = 0
        while message.readableBytes > 0 {
            guard let tag = message.readProtobufVarint() else { return nil }
            switch tag & 7 {
            case 0: guard message.readProtobufVarint() != nil else { return nil }
            case 1: guard message.readSlice(length: 8) != nil else { return nil }
            case 5: guard message.readSlice(length: 4) != nil else { return nil }
            case 2:
                guard let length = message.readProtobufVarint(),
                    let field = message.readSlice(length: Int(clamping: length))
                else { return nil }
                if tag >> 3 == wanted {
                    guard let inner = self.count(path: path.dropFirst(), field) else { return nil }
                    count += inner
                }
            default: return nil
            }
        }
        return count
    }

    private static func count(path: [UInt64], _ message: ByteBuffer) -> Int? {
        count(path: path[...], message)
    }
}

extension ByteBuffer {
    /// Reads an unsigned varint of at most ten bytes.
    fileprivate mutating func readProtobufVarint() -> UInt64? {
        var value: UInt64 = 0
        for shift in stride(from: UInt64(0), through: 63, by: 7) {
            guard let byte: UInt8 = readInteger() else { return nil }
            value |= UInt64(byte & 0x7F) << shift
            if byte & 0x80 == 0 { return value }
        }
        return nil
    }
}

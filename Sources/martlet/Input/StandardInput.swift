import Glibc
import NIOCore
import NIOPosix

/// Standard input, read on a thread of its own so that waiting for it stops nobody and can be given up.
final class StandardInput: Sendable {
    private let thread = NIOThreadPool(numberOfThreads: 1)
    private let results: AsyncStream<Result<ByteBuffer, CommandFailure>>
    private let continuation: AsyncStream<Result<ByteBuffer, CommandFailure>>.Continuation
    private static let chunk = 256 * 1024

    init() {
        (results, continuation) = AsyncStream.makeStream()
        thread.start()
    }

    /// The next bytes, as many as there are; nil at the end and when the task is cancelled.
    ///
    /// Throws ``CommandFailure``. One call at a time: the next chunk is read only when it is asked for.
    func read() async throws -> ByteBuffer? {
        thread.submit { [continuation] _ in continuation.yield(Self.readChunk()) }
        var iterator = results.makeAsyncIterator()
        guard let result = await iterator.next() else { return nil }
        let bytes = try result.get()
        return bytes.readableBytes == 0 ? nil : bytes
    }

    private static func readChunk() -> Result<ByteBuffer, CommandFailure> {
        var buffer = ByteBuffer()
        var failure: CommandFailure?
        buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: chunk) { bytes in
            while true {
                let count = Glibc.read(STDIN_FILENO, bytes.baseAddress, min(bytes.count, chunk))
                if count >= 0 { return count }
                guard errno == EINTR else {
                    failure = CommandFailure("Cannot read standard input (errno \(errno)).")
                    return 0
                }
            }
        }
        return failure.map(Result.failure) ?? .success(buffer)
    }
}

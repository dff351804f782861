import CFuzzer
import Glibc
import NIOCore

/// Runs libFuzzer on the target that `FUZZ_TARGET` names; the arguments are libFuzzer's own. The name is not among them
/// because libFuzzer starts itself anew with the same arguments when it minimises.
@main
enum Fuzzer {
    static func main() {
        var count = CommandLine.argc
        var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
        let name = getenv("FUZZ_TARGET").map { String(cString: $0) } ?? ""
        switch name {
        case "frame": exit(LLVMFuzzerRunDriver(&count, &arguments) { Fuzzer.run($0, $1, FrameTarget.run) })
        case "message": exit(LLVMFuzzerRunDriver(&count, &arguments) { Fuzzer.run($0, $1, MessageTarget.run) })
        case "records": exit(LLVMFuzzerRunDriver(&count, &arguments) { Fuzzer.run($0, $1, RecordsTarget.run) })
        default:
            print("martlet-fuzz: FUZZ_TARGET is '\(name)', not frame, message or records")
            exit(2)
        }
    }

    private static func run(_ bytes: UnsafePointer<UInt8>?, _ count: Int, _ target: (ByteBuffer) -> Void) -> CInt {
        target(.endingAtCapacity(UnsafeRawBufferPointer(start: bytes, count: count)))
        return 0
    }
}

extension ByteBuffer {
    /// A buffer whose storage ends where its bytes do, so that the address sanitizer sees a read past them: buffers
    /// have rounded capacities, and what lies between is theirs.
    static func endingAtCapacity(_ bytes: UnsafeRawBufferPointer) -> ByteBuffer {
        var buffer = ByteBufferAllocator().buffer(capacity: max(bytes.count, 1))
        let start = buffer.capacity - bytes.count
        buffer.writeRepeatingByte(0xA5, count: start)
        buffer.writeBytes(bytes)
        buffer.moveReaderIndex(to: start)
        return buffer
    }

    /// The same bytes, in such a buffer.
    func endingAtCapacity() -> ByteBuffer {
        withUnsafeReadableBytes { .endingAtCapacity($0) }
    }
}

/// Ends the process, which libFuzzer takes for a finding.
func finding(_ what: String) -> Never {
    fatalError(what)
}

import CProcessShims
import Glibc

// bench-codec                              measures and prints a table
// bench-codec --check                      and ends with an error when a target is missed
// bench-codec --only WORD                  measures what has the word in its name
// bench-codec --check-allocations FILE     counts allocations only, and holds them against the file
// bench-codec --print-allocations          prints such a file

// As the broker does at its start; without it, memory goes back to the kernel after each large message.
martlet_tune_allocator()

do {
    switch Array(CommandLine.arguments.dropFirst()) {
    case []:
        _ = try Bench.all()
    case ["--check"]:
        exit(try Bench.all() == 0 ? 0 : 1)
    case let arguments where arguments.count == 2 && arguments[0] == "--only":
        _ = try Bench.all(only: arguments[1])
    case let arguments where arguments.count == 2 && arguments[0] == "--check-allocations":
        let shapes = try MessageMeasures.produceShapes()
        exit(try Allocations.check(Bench.thatAllocate(), shapes: shapes, against: arguments[1]) ? 0 : 1)
    case ["--print-allocations"]:
        try Allocations.printLimits(Bench.thatAllocate())
    default:
        print("usage: bench-codec [--check | --only WORD | --check-allocations FILE | --print-allocations]")
        exit(2)
    }
} catch {
    print("bench-codec: \(error)")
    exit(1)
}

import CAllocationCount
import Glibc

/// Holds the allocations per message against a file of lines such as `12 Name of the measure`.
enum Allocations {
    static var areCounted: Bool { allocations_are_counted() != 0 }

    /// Prints what is wrong, then how many checks passed and failed; whether all passed.
    static func check(_ measures: [Measure], shapes: [Measure], against path: String) throws -> Bool {
        guard areCounted, let limits = limits(in: path) else {
            print("bench-codec: no allocations are counted here, or \(path) cannot be read")
            print("0 passed, 1 failed")
            return false
        }
        var passed = 0
        var failures: [String] = []
        let counted = measures.filter(\.countsAllocations)
        for measure in counted {
            let found = try measure.allocations()
            guard let limit = limits[measure.name] else {
                failures.append("\(measure.name): \(found) allocations, and no limit in the file")
                continue
            }
            if found <= limit {
                passed += 1
            } else {
                failures.append("\(measure.name): \(found) allocations, more than \(limit)")
            }
        }
        for name in limits.keys where !counted.contains(where: { $0.name == name }) {
            failures.append("\(name): a limit for what is not measured")
        }
        // The number and the size of records must not matter to who reads the request around them.
        let counts = try shapes.map { try $0.allocations() }
        if Set(counts).count == 1 {
            passed += 1
        } else {
            failures.append("Produce requests that differ in their records alone: \(counts) allocations")
        }
        for failure in failures.sorted() { print("bench-codec: \(failure)") }
        print("\(passed) passed, \(failures.count) failed")
        return failures.isEmpty
    }

    /// The lines of a new file: what is counted now.
    static func printLimits(_ measures: [Measure]) throws {
        for measure in measures where measure.countsAllocations {
            print("\(try measure.allocations()) \(measure.name)")
        }
    }

    private static func limits(in path: String) -> [String: Int]? {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var limits: [String: Int] = [:]
        var line: UnsafeMutablePointer<CChar>?
        var capacity = 0
        defer { free(line) }
        while getline(&line, &capacity, file) >= 0 {
            guard let line else { return nil }
            let parts = String(cString: line).split(separator: "\n").first?.split(separator: " ", maxSplits: 1) ?? []
            guard parts.count == 2, parts[0] != "#" else { continue }
            guard let limit = Int(parts[0]) else { return nil }
            limits[String(parts[1])] = limit
        }
        return limits
    }
}

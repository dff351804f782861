/// Times measures against one another, round by round in turn. The least of the rounds counts: what else the machine
/// does can only add to it.
struct Stopwatch {
    /// How many samples of each.
    var rounds = 15
    /// How long one sample should take.
    var sample: Duration = .milliseconds(8)

    /// Nanoseconds of one run of each measure.
    func nanoseconds(_ measures: [Measure]) throws -> [Double] {
        let counts = try measures.map(runsPerSample)
        var samples = [[Double]](repeating: [], count: measures.count)
        for _ in 0..<rounds {
            for (index, measure) in measures.enumerated() {
                samples[index].append(try time(measure, runs: counts[index]) / Double(counts[index]))
            }
        }
        return samples.map { $0.min() ?? 0 }
    }

    private func time(_ measure: Measure, runs: Int) throws -> Double {
        let clock = ContinuousClock()
        let start = clock.now
        var sum = 0
        for _ in 0..<runs { sum &+= try measure.run() }
        let elapsed = clock.now - start
        consume(sum)
        return Double(elapsed.components.seconds) * 1e9 + Double(elapsed.components.attoseconds) / 1e9
    }

    /// Doubles the runs until they are long enough to be scaled up; warms up on the way.
    private func runsPerSample(_ measure: Measure) throws -> Int {
        let wanted = Double(sample.components.attoseconds) / 1e9
        var runs = 1
        while true {
            let took = try time(measure, runs: runs)
            if took > wanted / 8 { return max(1, Int(Double(runs) * wanted / took)) }
            runs *= 2
        }
    }
}

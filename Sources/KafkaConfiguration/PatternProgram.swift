/// A pattern as steps that are walked for all its readings at once, character by character.
enum PatternProgram {
    enum Step: Sendable {
        case character(PatternSet)
        case start
        case end
        /// Goes on at both.
        case split(Int, Int)
        case jump(Int)
        case found
    }

    /// Repetitions with counts are written out; more than this is no pattern that anybody means.
    private static let mostSteps = 1000

    /// Nil for a pattern that is too big when written out.
    static func steps(of tree: PatternTree) -> [Step]? {
        var steps: [Step] = []
        guard write(tree, &steps) else { return nil }
        steps.append(.found)
        return steps
    }

    static func matches(_ steps: [Step], _ text: [Unicode.Scalar]) -> Bool {
        var places = Places(count: steps.count)
        places.add(0, steps, isStart: true, isEnd: text.isEmpty)
        for (index, scalar) in text.enumerated() {
            var next = Places(count: steps.count)
            for place in places.characters {
                if case .character(let set) = steps[place], set.contains(scalar) {
                    next.add(place + 1, steps, isStart: false, isEnd: index + 1 == text.count)
                }
            }
            guard !next.characters.isEmpty || next.isFound else { return false }
            places = next
        }
        return places.isFound
    }

    /// Where a walk stands.
    private struct Places {
        private(set) var characters: [Int] = []
        private(set) var isFound = false
        private var seen: [Bool]

        init(count: Int) {
            seen = [Bool](repeating: false, count: count)
        }

        mutating func add(_ first: Int, _ steps: [Step], isStart: Bool, isEnd: Bool) {
            var open = [first]
            while let place = open.popLast() {
                guard place < steps.count, !seen[place] else { continue }
                seen[place] = true
                switch steps[place] {
                case .character: characters.append(place)
                case .start: if isStart { open.append(place + 1) }
                case .end: if isEnd { open.append(place + 1) }
                case .split(let one, let other): open += [one, other]
                case .jump(let target): open.append(target)
                case .found: isFound = true
                }
            }
        }
    }

    private static func write(_ tree: PatternTree, _ steps: inout [Step]) -> Bool {
        guard steps.count < mostSteps else { return false }
        switch tree {
        case .character(let set): steps.append(.character(set))
        case .start: steps.append(.start)
        case .end: steps.append(.end)
        case .sequence(let parts):
            for part in parts { guard write(part, &steps) else { return false } }
        case .choice(let branches): return write(choice: branches, &steps)
        case .repetition(let inner, let least, let most): return write(inner, least: least, most: most, &steps)
        }
        return true
    }

    private static func write(choice branches: [PatternTree], _ steps: inout [Step]) -> Bool {
        var ends: [Int] = []
        for (index, branch) in branches.enumerated() {
            let isLast = index == branches.count - 1
            let split = steps.count
            if !isLast { steps.append(.split(split + 1, split + 1)) }
            guard write(branch, &steps) else { return false }
            if !isLast {
                ends.append(steps.count)
                steps.append(.jump(0))
                steps[split] = .split(split + 1, steps.count)
            }
        }
        for end in ends { steps[end] = .jump(steps.count) }
        return true
    }

    private static func write(_ inner: PatternTree, least: Int, most: Int?, _ steps: inout [Step]) -> Bool {
        for _ in 0..<least {
            let before = steps.count
            guard write(inner, &steps) else { return false }
            // What describes the empty text only is as good once as a thousand times, and costs no step.
            if steps.count == before { break }
        }
        guard let most else {
            let split = steps.count
            steps.append(.split(split + 1, split + 1))
            guard write(inner, &steps) else { return false }
            steps.append(.jump(split))
            steps[split] = .split(split + 1, steps.count)
            return true
        }
        var splits: [Int] = []
        for _ in least..<max(most, least) {
            splits.append(steps.count)
            steps.append(.split(0, 0))
            guard write(inner, &steps) else { return false }
        }
        for split in splits { steps[split] = .split(split + 1, steps.count) }
        return true
    }
}

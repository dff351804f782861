/// The order of things on one connection, as a pure value: which request may start, which answer may leave, when to
/// close.
///
/// Requests are numbered as they start; answers leave in that order whatever order they come in. `Answer` is a buffer
/// in the server and a string in the tests.
struct ConnectionMachine<Answer> {
    /// Whether a complete frame may go to the engine.
    enum Start: Equatable {
        /// It may, as number `sequence`. When `alone`, no earlier request is open and the answer may be written
        /// straight into the connection's output.
        case dispatch(sequence: UInt64, alone: Bool)
        /// Not now: keep the frame, and stop reading.
        case wait
        /// Never: the connection is ending.
        case discard
    }

    /// What an answer from outside ``Engine/handle(_:output:)`` leads to.
    enum Reply: Equatable {
        /// Kept until earlier requests are answered.
        case hold
        /// Its turn: take it, and those behind it, by ``ConnectionMachine/nextAnswer()``.
        case release
        /// The request was answered before, or the connection is gone.
        case ignore
    }

    /// What hinders the start of further requests. Each is set and cleared by its own event.
    struct Hindrance: OptionSet, Equatable {
        let rawValue: UInt8

        /// The peer does not take what was written.
        static var output: Hindrance { Hindrance(rawValue: 1) }
        /// `queued.max.requests` is reached.
        static var gate: Hindrance { Hindrance(rawValue: 2) }
        /// Too many bytes of answers wait for earlier answers.
        static var held: Hindrance { Hindrance(rawValue: 4) }
        /// The peer failed to authenticate, and is about to be told.
        static var authentication: Hindrance { Hindrance(rawValue: 8) }
        /// The client has used more than its quota.
        static var throttled: Hindrance { Hindrance(rawValue: 16) }
        /// The engine asked for a pause, by ``ConnectionContext/pauseRequests()``.
        static var engine: Hindrance { Hindrance(rawValue: 32) }
        /// Much waits behind an answer that another thread sends.
        static var sending: Hindrance { Hindrance(rawValue: 64) }
    }

    private enum Slot {
        case waiting
        case answered(Answer?)
    }

    private enum Phase: Equatable {
        case open
        case ending(CloseReason)
        case closed
    }

    private var phase = Phase.open
    private var hindrances: Hindrance = []
    private var next: UInt64 = 0
    private var slots: [Slot] = []
    private var firstSlot = 0
    private var dispatching = false
    private var early: Answer??
    /// A request was given up: none behind it is answered either.
    private var isCut = false
    /// The frame of the last request has not arrived whole. What is missing is read whatever hinders further requests,
    /// unless the peer or the engine has to be waited for.
    var isInsideRequest = false
    /// What the peer still sends is for nobody: it is read, so that what is left of the answers can arrive, and dropped.
    private(set) var isInputOver = false
    private let maxInFlight: Int

    /// A connection of which at most `maxInFlight` requests may be open.
    init(maxInFlight: Int) {
        self.maxInFlight = max(1, maxInFlight)
    }

    /// Requests that were started and whose answers have not been taken.
    var inFlight: Int { slots.count &- firstSlot }

    /// Whether more bytes should be read from the peer.
    var wantsInput: Bool {
        if isInputOver { return phase != .closed }
        if isInsideRequest { return phase != .closed && hindrances.isDisjoint(with: [.output, .engine]) }
        return phase == .open && hindrances.isEmpty && inFlight < maxInFlight
    }

    /// Why to close now, when everything that had to leave has been taken.
    var closeNow: CloseReason? {
        guard case .ending(let reason) = phase, inFlight == 0, !dispatching, !isInsideRequest || isInputOver else {
            return nil
        }
        return reason
    }

    /// Whether no further request starts, and the connection is to close.
    var isEnding: Bool {
        if case .ending = phase { return true }
        return false
    }

    /// Whether the connection is gone.
    var isClosed: Bool { phase == .closed }

    /// Whether every earlier request is answered, and the answer to this one may leave piece by piece.
    func isFirst(_ sequence: UInt64) -> Bool {
        guard phase != .closed, !dispatching, sequence < next, next &- sequence == UInt64(inFlight),
            firstSlot < slots.count, case .waiting = slots[firstSlot]
        else { return false }
        return true
    }

    /// A frame is complete.
    mutating func start() -> Start {
        guard phase == .open else { return .discard }
        guard hindrances.isEmpty, inFlight < maxInFlight, !dispatching else { return .wait }
        dispatching = true
        let sequence = next
        next &+= 1
        return .dispatch(sequence: sequence, alone: inFlight == 0)
    }

    /// The request that was started alone is done; its answer, if any, is in the output already.
    mutating func finishedInPlace() {
        dispatching = false
        early = nil
    }

    /// The request that was started is done; nil when it has no answer.
    mutating func finished(_ answer: Answer?) {
        dispatching = false
        early = nil
        append(.answered(answer))
    }

    /// The request that was started will be answered by ``replied(_:_:)``. False when that has happened already.
    mutating func deferred() -> Bool {
        dispatching = false
        if let answer = early {
            early = nil
            append(.answered(answer))
            return false
        }
        append(.waiting)
        return true
    }

    /// The request that was started ends the connection, once earlier ones are answered.
    mutating func refused(_ reason: CloseReason) {
        finished(nil)
        end(reason)
    }

    /// An answer (nil: there is none) for a request that was deferred, or is being dispatched.
    mutating func replied(_ sequence: UInt64, _ answer: Answer?) -> Reply {
        guard phase != .closed, sequence < next else { return .ignore }
        let age = next &- sequence
        if dispatching && age == 1 {
            guard early == nil else { return .ignore }
            early = .some(answer)
            return .hold
        }
        let distance = age &- (dispatching ? 1 : 0)
        guard distance <= UInt64(inFlight) else { return .ignore }
        let index = slots.count &- Int(distance)
        guard case .waiting = slots[index] else { return .ignore }
        slots[index] = .answered(answer)
        return index == firstSlot && !dispatching ? .release : .hold
    }

    /// Takes the next answer whose turn it is; requests without an answer are passed over.
    mutating func nextAnswer() -> Answer? {
        while firstSlot < slots.count, case .answered(let answer) = slots[firstSlot] {
            slots[firstSlot] = .waiting
            firstSlot &+= 1
            if firstSlot == slots.count {
                slots.removeAll(keepingCapacity: slots.capacity <= 64)
                firstSlot = 0
            } else if firstSlot >= 64 && firstSlot &* 2 >= slots.count {
                slots.removeFirst(firstSlot)
                firstSlot = 0
            }
            if let answer { return answer }
        }
        return nil
    }

    /// Something hinders the start of further requests.
    mutating func hinder(_ hindrance: Hindrance) {
        hindrances.insert(hindrance)
    }

    /// A hindrance is gone. True when requests may start again.
    mutating func clear(_ hindrance: Hindrance) -> Bool {
        guard hindrances.contains(hindrance) else { return false }
        hindrances.remove(hindrance)
        return wantsInput
    }

    /// No further request starts; the connection closes when the open ones are answered.
    mutating func end(_ reason: CloseReason) {
        if phase == .open { phase = .ending(reason) }
    }

    /// As ``end(_:)``, with neither the rest of a request waited for nor any answer from `sequence` on; nil for none that
    /// is given up. An answer behind one that never comes would be taken for it.
    mutating func finish(_ reason: CloseReason, from sequence: UInt64?) {
        end(reason)
        guard phase != .closed else { return }
        isInputOver = true
        guard let sequence, sequence < next else { return }
        let age = Int(clamping: next &- sequence)
        slots.removeLast(min(inFlight, dispatching ? age &- 1 : age))
        next = sequence
        dispatching = false
        early = nil
        isCut = true
    }

    /// The connection is gone; answers to come are dropped. Returns why it ended, the first time.
    mutating func close(_ reason: CloseReason) -> CloseReason? {
        let why: CloseReason
        switch phase {
        case .closed: return nil
        case .open: why = reason
        case .ending(let earlier): why = earlier
        }
        phase = .closed
        slots = []
        firstSlot = 0
        early = nil
        return why
    }

    private mutating func append(_ slot: Slot) {
        guard phase != .closed, !isCut else { return }
        slots.append(slot)
    }
}

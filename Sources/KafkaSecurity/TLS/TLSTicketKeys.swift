internal import COpenSSL
import Glibc
import Synchronization

/// The keys that session tickets are sealed with. They change by themselves; a ticket of the key before is still
/// accepted, and replaced by a new one.
final class TLSTicketKeys: Sendable {
    /// How long a key seals new tickets, in seconds.
    static let lifetime = 3600

    struct Key: Sendable {
        let name: [UInt8]
        let cipher: [UInt8]
        let mac: [UInt8]

        static func random() -> Key? {
            var bytes = [UInt8](repeating: 0, count: 80)
            guard RAND_bytes(&bytes, Int32(bytes.count)) == 1 else { return nil }
            return Key(name: Array(bytes[..<16]), cipher: Array(bytes[16..<48]), mac: Array(bytes[48...]))
        }
    }

    private struct State {
        var current: Key?
        var previous: Key?
        var since: Int
    }

    private let state = Mutex(State(current: Key.random(), previous: nil, since: TLSTicketKeys.seconds()))

    /// Makes a new key; the one before stays good for opening.
    func rotate() {
        state.withLock { Self.rotate(&$0, at: Self.seconds()) }
    }

    /// The key for new tickets.
    func sealing() -> Key? {
        state.withLock { state in
            Self.rotateIfDue(&state)
            return state.current
        }
    }

    /// The key of that name, and whether tickets should be renewed.
    func opening(_ name: UnsafeBufferPointer<UInt8>) -> (key: Key, isOld: Bool)? {
        state.withLock { state in
            Self.rotateIfDue(&state)
            if let key = state.current, key.name.elementsEqual(name) { return (key, false) }
            if let key = state.previous, key.name.elementsEqual(name) { return (key, true) }
            return nil
        }
    }

    private static func rotateIfDue(_ state: inout State) {
        let now = seconds()
        let age = now &- state.since
        guard age >= lifetime else { return }
        // Longer unused than two lifetimes: the older key has expired as well.
        if age >= 2 &* lifetime { state.current = nil }
        rotate(&state, at: now)
    }

    private static func rotate(_ state: inout State, at now: Int) {
        state.previous = state.current
        state.current = Key.random()
        state.since = now
    }

    private static func seconds() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec
    }
}

extension TLSTicketKeys {
    /// The library's question for a key: seals (`encrypt` 1) or opens a ticket. Zero means "no ticket, go on without".
    static let callback:
        @convention(c) (
            OpaquePointer?, UnsafeMutablePointer<UInt8>?, UnsafeMutablePointer<UInt8>?, OpaquePointer?, OpaquePointer?,
            Int32
        ) -> Int32 = { ssl, name, vector, cipher, mac, encrypt in
            guard let ssl, let name, let vector, let keys = TLSContext.ticketKeys(of: ssl) else { return 0 }
            let size = Int(EVP_MAX_IV_LENGTH)
            let key: Key
            var answer: Int32 = 1
            if encrypt == 1 {
                guard let sealing = keys.sealing(), RAND_bytes(vector, Int32(size)) == 1 else { return 0 }
                key = sealing
                for index in 0..<16 { name[index] = key.name[index] }
                guard EVP_EncryptInit_ex(cipher, EVP_aes_256_cbc(), nil, key.cipher, vector) == 1 else { return -1 }
            } else {
                guard let opening = keys.opening(UnsafeBufferPointer(start: name, count: 16)) else { return 0 }
                key = opening.key
                if opening.isOld { answer = 2 }
                guard EVP_DecryptInit_ex(cipher, EVP_aes_256_cbc(), nil, key.cipher, vector) == 1 else { return -1 }
            }
            var secret = key.mac
            guard martlet_mac_set_key(mac, &secret, secret.count) == 1 else { return -1 }
            return answer
        }
}

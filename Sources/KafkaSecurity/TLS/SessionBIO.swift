internal import COpenSSL
import NIOCore

/// The library's way to the network, made of a session's two buffers: it reads from the bytes that the channel
/// delivered, and writes behind those that are to be sent, without a buffer of its own between.
enum SessionBIO {
    /// Unsafe in name only: the closure runs once, behind the lock of every static value, and nothing changes the method
    /// afterwards; a pointer is not Sendable by itself.
    nonisolated(unsafe) private static let method: OpaquePointer? = {
        let type = BIO_get_new_index() | Int32(BIO_TYPE_SOURCE_SINK)
        guard let method = BIO_meth_new(type, "martlet") else { return nil }
        BIO_meth_set_write(method, write)
        BIO_meth_set_read(method, read)
        BIO_meth_set_ctrl(method, control)
        return method
    }()

    /// A new one for the session, which must outlive it. Given to the library, it is freed with the SSL object.
    static func make(for session: TLSSession) -> OpaquePointer? {
        guard let method, let bio = BIO_new(method) else { return nil }
        BIO_set_data(bio, Unmanaged.passUnretained(session).toOpaque())
        BIO_set_init(bio, 1)
        return bio
    }

    /// The session of an SSL object that was given one of these.
    static func session(of ssl: OpaquePointer) -> TLSSession? {
        guard let bio = SSL_get_rbio(ssl), let session = BIO_get_data(bio) else { return nil }
        return Unmanaged<TLSSession>.fromOpaque(session).takeUnretainedValue()
    }

    private static let write: @convention(c) (OpaquePointer?, UnsafePointer<CChar>?, Int32) -> Int32 = {
        bio, bytes, count in
        guard count > 0, let bytes, let session = BIO_get_data(bio) else { return 0 }
        let region = UnsafeRawBufferPointer(start: bytes, count: Int(count))
        Unmanaged<TLSSession>.fromOpaque(session)._withUnsafeGuaranteedRef { _ = $0.output.writeBytes(region) }
        return count
    }

    private static let read: @convention(c) (OpaquePointer?, UnsafeMutablePointer<CChar>?, Int32) -> Int32 = {
        bio, target, room in
        guard room > 0, let target, let session = BIO_get_data(bio) else { return 0 }
        let region = UnsafeMutableRawBufferPointer(start: target, count: Int(room))
        let count = Unmanaged<TLSSession>.fromOpaque(session)._withUnsafeGuaranteedRef { $0.takeInput(into: region) }
        martlet_bio_clear_retry(bio)
        guard count == 0 else { return Int32(truncatingIfNeeded: count) }
        martlet_bio_retry_read(bio)
        return -1
    }

    private static let control: @convention(c) (OpaquePointer?, Int32, Int, UnsafeMutableRawPointer?) -> Int = {
        _, command, _, _ in
        command == BIO_CTRL_FLUSH ? 1 : 0
    }
}

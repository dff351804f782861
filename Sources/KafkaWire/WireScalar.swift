/// A value that can be an element of an array without being a struct.
public protocol WireScalar: Sendable {
    /// The least number of bytes that the value takes.
    static func minimumWireSize(flexible: Bool) -> Int
    /// Reads one.
    static func read(from reader: inout WireReader, flexible: Bool) throws(WireError) -> Self
    /// Writes it.
    func write(to writer: inout WireWriter, flexible: Bool) throws(WireError)
}

/// An integer that travels as its big-endian bytes.
public protocol WireInteger: WireScalar, FixedWidthInteger, BitwiseCopyable {}

extension WireInteger {
    /// Its size in memory.
    @inlinable
    public static func minimumWireSize(flexible: Bool) -> Int {
        MemoryLayout<Self>.size
    }

    /// Reads one.
    @inlinable
    public static func read(from reader: inout WireReader, flexible: Bool) throws(WireError) -> Self {
        try reader.readInteger(Self.self)
    }

    /// Writes it.
    @inlinable
    public func write(to writer: inout WireWriter, flexible: Bool) throws(WireError) {
        writer.writeInteger(self)
    }
}

extension Int8: WireInteger {}
extension Int16: WireInteger {}
extension UInt16: WireInteger {}
extension Int32: WireInteger {}
extension UInt32: WireInteger {}
extension Int64: WireInteger {}

extension Uuid: WireScalar {
    /// Sixteen.
    @inlinable
    public static func minimumWireSize(flexible: Bool) -> Int { 16 }

    /// Reads one.
    @inlinable
    public static func read(from reader: inout WireReader, flexible: Bool) throws(WireError) -> Uuid {
        try reader.readUuid()
    }

    /// Writes it.
    @inlinable
    public func write(to writer: inout WireWriter, flexible: Bool) throws(WireError) {
        writer.writeUuid(self)
    }
}

extension String: WireScalar {
    /// The size of its length.
    @inlinable
    public static func minimumWireSize(flexible: Bool) -> Int { flexible ? 1 : 2 }

    /// Reads one.
    @inlinable
    public static func read(from reader: inout WireReader, flexible: Bool) throws(WireError) -> String {
        try reader.readString(flexible: flexible)
    }

    /// Writes it.
    @inlinable
    public func write(to writer: inout WireWriter, flexible: Bool) throws(WireError) {
        try writer.writeString(self, flexible: flexible)
    }
}

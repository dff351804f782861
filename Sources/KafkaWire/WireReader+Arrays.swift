extension WireReader {
    /// An array of structs that must be there; `minimumSize` is the least that one takes on the wire.
    @inlinable
    public mutating func readStructs<Element: WireStruct>(
        _: Element.Type = Element.self, version: Int16, minimumSize: Int, flexible: Bool
    ) throws(WireError) -> [Element] {
        let stride = MemoryLayout<Element>.stride
        guard let count = try readCount(flexible: flexible, minimumSize: minimumSize, stride: stride) else {
            throw .nullNotAllowed
        }
        return try readElements(count, version: version)
    }

    /// An array of structs, or null if `nullable` says that this version knows null.
    @inlinable
    public mutating func readNullableStructs<Element: WireStruct>(
        _: Element.Type = Element.self, version: Int16, minimumSize: Int, flexible: Bool, nullable: Bool = true
    ) throws(WireError) -> [Element]? {
        let stride = MemoryLayout<Element>.stride
        guard let count = try readCount(flexible: flexible, minimumSize: minimumSize, stride: stride) else {
            guard nullable else { throw .nullNotAllowed }
            return nil
        }
        return try readElements(count, version: version)
    }

    @inlinable
    mutating func readElements<Element: WireStruct>(_ count: Int, version: Int16) throws(WireError) -> [Element] {
        var elements: [Element] = []
        elements.reserveCapacity(count)
        for _ in 0..<count {
            elements.append(try Element(from: &self, version: version))
        }
        return elements
    }

    /// A struct that must be there.
    @inlinable
    public mutating func readStruct<Value: WireStruct>(
        _: Value.Type = Value.self, version: Int16
    ) throws(WireError) -> Value {
        try Value(from: &self, version: version)
    }

    /// A struct behind the byte that says whether it is there: below zero is null (KIP-893).
    @inlinable
    public mutating func readNullableStruct<Value: WireStruct>(
        _: Value.Type = Value.self, version: Int16
    ) throws(WireError) -> Value? {
        try readInt8() < 0 ? nil : try Value(from: &self, version: version)
    }

    /// An array of 32-bit integers that must be there: the most frequent array of plain values by far.
    public mutating func readArray(of _: Int32.Type = Int32.self, flexible: Bool) throws(WireError) -> [Int32] {
        guard let count = try readCount(flexible: flexible, minimumSize: 4, stride: 4) else { throw .nullNotAllowed }
        guard count > 0 else { return [] }
        let start = try advance(count &* 4)
        return recentLists.list(UnsafeRawBufferPointer(rebasing: bytes[start..<start &+ count &* 4]), count: count)
    }

    /// An array of plain values that must be there.
    @inlinable
    public mutating func readArray<Element: WireScalar>(
        of _: Element.Type = Element.self, flexible: Bool
    ) throws(WireError) -> [Element] {
        guard let array = try readNullableArray(of: Element.self, flexible: flexible) else { throw .nullNotAllowed }
        return array
    }

    /// An array of plain values, or null if `nullable` says that this version knows null.
    @inlinable
    public mutating func readNullableArray<Element: WireScalar>(
        of _: Element.Type = Element.self, flexible: Bool, nullable: Bool = true
    ) throws(WireError) -> [Element]? {
        let minimumSize = Element.minimumWireSize(flexible: flexible)
        let stride = MemoryLayout<Element>.stride
        guard let count = try readCount(flexible: flexible, minimumSize: minimumSize, stride: stride) else {
            guard nullable else { throw .nullNotAllowed }
            return nil
        }
        var elements: [Element] = []
        elements.reserveCapacity(count)
        for _ in 0..<count {
            elements.append(try Element.read(from: &self, flexible: flexible))
        }
        return elements
    }
}

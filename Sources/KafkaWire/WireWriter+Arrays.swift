extension WireWriter {
    /// An array of structs.
    @inlinable
    public mutating func writeStructs<Element: WireStruct>(
        _ elements: [Element], version: Int16, flexible: Bool
    ) throws(WireError) {
        try writeLength(elements.count, flexible: flexible)
        guard !elements.isEmpty else { return }
        try elements.withUnsafeBufferPointer { (elements) throws(WireError) in
            try withUnsafeTemporaryAllocation(of: Element.self, capacity: 1) { place in
                Result { () throws(WireError) in try writeElements(elements, lending: place, version: version) }
            }.get()
        }
    }

    /// An element of an array is copied before a method of it is called, which retains and releases each of its
    /// strings and arrays: two thirds of the time that writing a large Metadata response took. So only its bits are
    /// copied, into a value that is never destroyed; the array keeps alive what they refer to.
    @inlinable
    mutating func writeElements<Element: WireStruct>(
        _ elements: UnsafeBufferPointer<Element>, lending place: UnsafeMutableBufferPointer<Element>, version: Int16
    ) throws(WireError) {
        guard let first = elements.baseAddress, let place = place.baseAddress else { return }
        for index in 0..<elements.count {
            UnsafeMutableRawPointer(place).copyMemory(from: first + index, byteCount: MemoryLayout<Element>.size)
            let element = place.move()
            do throws(WireError) {
                try element.write(to: &self, version: version)
            } catch {
                place.initialize(to: consume element)
                throw error
            }
            place.initialize(to: consume element)
        }
    }

    /// An array of structs, or null if `nullable` says that this version knows null.
    @inlinable
    public mutating func writeNullableStructs<Element: WireStruct>(
        _ elements: [Element]?, version: Int16, flexible: Bool, nullable: Bool = true
    ) throws(WireError) {
        if let elements {
            try writeStructs(elements, version: version, flexible: flexible)
        } else {
            try writeNull(flexible: flexible, nullable: nullable)
        }
    }

    /// A struct behind a byte of 1, or a byte of -1 for null (KIP-893).
    @inlinable
    public mutating func writeNullableStruct<Value: WireStruct>(
        _ value: Value?, version: Int16
    ) throws(WireError) {
        if let value {
            writeInt8(1)
            try value.write(to: &self, version: version)
        } else {
            writeInt8(-1)
        }
    }

    /// An array of 32-bit integers: the most frequent array of plain values by far.
    public mutating func writeArray(_ elements: [Int32], flexible: Bool) throws(WireError) {
        try writeLength(elements.count, flexible: flexible)
        let start = offset
        offset = start &+ elements.count &* 4
        guard offset <= base.count else { return }
        let span = elements.span
        for index in span.indices {
            base.storeBytes(of: span[index].bigEndian, toByteOffset: start &+ index &* 4, as: Int32.self)
        }
    }

    /// An array of plain values.
    @inlinable
    public mutating func writeArray<Element: WireScalar>(_ elements: [Element], flexible: Bool) throws(WireError) {
        try writeLength(elements.count, flexible: flexible)
        let span = elements.span
        for index in span.indices {
            try span[index].write(to: &self, flexible: flexible)
        }
    }

    /// An array of plain values, or null if `nullable` says that this version knows null.
    @inlinable
    public mutating func writeNullableArray<Element: WireScalar>(
        _ elements: [Element]?, flexible: Bool, nullable: Bool = true
    ) throws(WireError) {
        if let elements {
            try writeArray(elements, flexible: flexible)
        } else {
            try writeNull(flexible: flexible, nullable: nullable)
        }
    }
}

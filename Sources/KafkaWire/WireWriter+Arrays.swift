extension WireWriter {
    /// An array of structs.
    @inlinable
    public mutating func writeStructs<Element: WireStruct>(
        _ elements: [Element], version: Int16, flexible: Bool
    ) throws(WireError) {
        try writeLength(elements.count, flexible: flexible)
        let span = elements.span
        for index in span.indices {
            try span[index].write(to: &self, version: version)
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

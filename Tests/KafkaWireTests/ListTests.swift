import KafkaWire
import NIOCore
import Testing

/// Arrays of numbers and of structs, whose fast ways lend and share memory: what is read and written must not show it.
@Suite struct ListTests {
    /// An element with a string that takes memory of its own, and an error in the middle if it is told so.
    struct Named: WireStruct, Equatable {
        var name: String
        var isBroken = false

        init(_ name: String, isBroken: Bool = false) {
            self.name = name
            self.isBroken = isBroken
        }

        init(from reader: inout WireReader, version: Int16) throws(WireError) {
            name = try reader.readString(flexible: true)
        }

        func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(name, flexible: true)
            if isBroken { throw .notRepresentable(field: "name", version: version) }
        }
    }

    private let names = (0..<20).map { Named("a name that is too long to be kept in place, \($0)") }

    @Test func structsSurviveBeingWritten() throws {
        let bytes = try written { writer throws(WireError) in
            try writer.writeStructs(names, version: 0, flexible: true)
        }
        let back = try read(bytes) { reader throws(WireError) in
            try reader.readStructs(of: Named.self, flexible: true)
        }
        #expect(back == names && names.last?.name.hasSuffix("19") == true)
    }

    @Test func structsSurviveAnErrorInOneOfThem() throws {
        var elements = names
        elements[10].isBroken = true
        for _ in 0..<3 {
            var buffer = ByteBuffer()
            #expect(throws: WireError.notRepresentable(field: "name", version: 0)) {
                try buffer.write(capacityHint: 4096) { writer throws(WireError) in
                    try writer.writeStructs(elements, version: 0, flexible: true)
                }
            }
        }
        elements[10].isBroken = false
        #expect(elements == names)
    }

    /// More lists than the reader keeps, again and again, in all lengths around what it keeps.
    @Test func listsThatRepeatAreReadLikeOthers() throws {
        let lists: [[Int32]] = (0..<2000).map { index in
            (0..<(index % 11)).map { Int32(truncatingIfNeeded: (index % 700) &* 2_654_435 &+ $0) }
        }
        let bytes = try written { writer throws(WireError) in
            for list in lists { try writer.writeArray(list, flexible: true) }
        }
        let back = try read(bytes) { reader throws(WireError) in
            var back: [[Int32]] = []
            for _ in 0..<2000 { back.append(try reader.readArray(flexible: true)) }
            return back
        }
        #expect(back == lists)
    }

    /// The last of many equal lists, changed: the others stay what they were.
    @Test func equalListsAreValuesOfTheirOwn() throws {
        let bytes = try written { writer throws(WireError) in
            for _ in 0..<40 { try writer.writeArray([1, 2, 3], flexible: false) }
        }
        var lists = try read(bytes) { reader throws(WireError) in
            var lists: [[Int32]] = []
            for _ in 0..<40 { lists.append(try reader.readArray(flexible: false)) }
            return lists
        }
        lists[39][0] = 9
        #expect(lists[38] == [1, 2, 3] && lists[39] == [9, 2, 3])
    }

    @Test func listsAreHeldAgainstWhatIsLeft() throws {
        #expect(throws: WireError.lengthExceedsRemaining(length: 3, remaining: 11)) {
            try read([4, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0]) { reader throws(WireError) -> [Int32] in
                try reader.readArray(flexible: true)
            }
        }
        #expect(throws: WireError.nullNotAllowed) {
            try read([0]) { reader throws(WireError) -> [Int32] in try reader.readArray(flexible: true) }
        }
    }
}

extension WireReader {
    fileprivate mutating func readStructs<Element: WireStruct>(
        of _: Element.Type, flexible: Bool
    ) throws(WireError) -> [Element] {
        try readStructs(version: 0, minimumSize: 1, flexible: flexible)
    }
}

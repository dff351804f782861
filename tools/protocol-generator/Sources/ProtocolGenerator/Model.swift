/// Everything that the specifications say, checked and with ranges made explicit.
struct ProtocolModel {
    var files: [SpecFile]

    var apis: [Api] {
        files.compactMap(\.api).sorted { $0.key < $1.key }
    }
}

/// One file of a specification; it becomes one file of Swift.
struct SpecFile {
    /// Relative to the folder of the specifications, without the extension.
    var path: String
    var api: Api?
    var messages: [Message]

    var name: String {
        String(path.split(separator: "/").last ?? "")
    }
}

/// An API: a number and a name, a request and a response.
struct Api {
    var name: String
    var key: Int
    var about: String
    var listeners: [String]
}

struct Message {
    enum Kind: Equatable {
        case request
        case response
        case data
        /// A record of the metadata log, with its number.
        case record(Int)
    }

    var kind: Kind
    var name: String
    var about: String
    var versions: VersionRange
    var flexible: VersionRange?
    /// What Kafka 4.3 serves; nil for nothing.
    var kafka43: VersionRange?
    /// Whether Kafka still calls the last version unstable.
    var isUnstable: Bool
    /// The message itself, named as the message.
    var body: Structure
    /// The structs within, in order of appearance.
    var structures: [Structure]

    func structure(_ name: String) -> Structure? {
        structures.first { $0.name == name }
    }
}

/// A sequence of fields: a message, or a struct within one.
struct Structure {
    var name: String
    /// The versions of the message in which it occurs.
    var versions: VersionRange
    var fields: [Field]
    /// Whether it was declared by itself with `struct`, rather than beneath a field.
    var isShared: Bool
    var line: Int
}

struct Field {
    var name: String
    var type: FieldType
    /// Within the versions of the struct.
    var versions: VersionRange
    /// The versions that allow null, within `versions`.
    var nullable: VersionRange?
    var tag: Int?
    var defaultValue: String?
    /// Whether it may be dropped at a version that lacks it.
    var isIgnorable = false
    var isKey = false
    var entity: String?
    var isZeroCopy = false
    /// Whether it keeps its long form in flexible versions.
    var isInflexible = false
    var line: Int
}

indirect enum FieldType: Equatable {
    case scalar(Scalar)
    case string
    case bytes
    case records
    case structure(String)
    case array(FieldType)

    /// The struct it is, or is an array of.
    var structureName: String? {
        switch self {
        case .structure(let name): name
        case .array(let element): element.structureName
        default: nil
        }
    }

    var isStructure: Bool {
        if case .structure = self { true } else { false }
    }
}

/// A type of a fixed size.
enum Scalar: String, CaseIterable {
    case bool, int8, int16, uint16, int32, uint32, int64, float64, uuid

    /// Its bytes on the wire.
    var size: Int {
        switch self {
        case .bool, .int8: 1
        case .int16, .uint16: 2
        case .int32, .uint32: 4
        case .int64, .float64: 8
        case .uuid: 16
        }
    }

    /// The Swift type.
    var swift: String {
        switch self {
        case .float64: "Double"
        case .uint16: "UInt16"
        case .uint32: "UInt32"
        default: rawValue.prefix(1).uppercased() + rawValue.dropFirst()
        }
    }

    /// What follows `read` and `write` in the names of the primitives.
    var primitive: String {
        self == .float64 ? "Float64" : swift
    }
}

public import KafkaWire
public import NIOCore

/// A message of the protocol, with the ways between its bytes and its JSON form.
///
/// The JSON form is Kafka's own: names in lowerCamelCase, bytes and records in base64, UUIDs in URL-safe base64. Fields
/// that the version lacks and tagged fields with their default values are left out. Unknown tagged fields, which
/// Kafka's form drops, stand at the end of their struct as `"_taggedFields": [{"tag": 7, "data": "…base64…"}]`.
public struct MessageType: Sendable {
    /// What a message is for.
    public enum Kind: String, Sendable, CaseIterable {
        case request, response
        /// A header, the key or value of a record, data inside other messages.
        case data
        /// A record of the cluster metadata log.
        case record
    }

    /// Its name, such as `FetchRequest`.
    public let name: String
    /// What it is for.
    public let kind: Kind
    /// The number of the API, or of the metadata record; nil for data.
    public let number: Int16?
    private let type: any JSONMessage.Type

    init(_ name: String, _ kind: Kind, _ number: Int16?, _ type: any JSONMessage.Type) {
        self.name = name
        self.kind = kind
        self.number = number
        self.type = type
    }

    /// The versions that can be read and written.
    public var validVersions: ClosedRange<Int16> { type.validVersions }

    /// Its fields in the order of the specification.
    public var fields: [FieldDescription] {
        type.fieldDescriptions
    }

    /// Whether the version uses compact lengths and tagged fields (KIP-482).
    public func isFlexible(_ version: Int16) -> Bool {
        type.isFlexible(version)
    }

    /// Decodes the message that the bytes begin with, moves the reader index behind it, and gives its JSON form.
    ///
    /// - Parameter records: another form for values of type records than base64.
    public func read(
        from bytes: inout ByteBuffer, version: Int16, records: (@Sendable (ByteBuffer) -> JSONValue)? = nil
    ) throws(MessageJSONError) -> JSONValue {
        try type.readJSON(from: &bytes, version: version, records: records)
    }

    /// Decodes a message that takes up all of the bytes.
    public func decode(
        _ bytes: ByteBuffer, version: Int16, records: (@Sendable (ByteBuffer) -> JSONValue)? = nil
    ) throws(MessageJSONError) -> JSONValue {
        var bytes = bytes
        let json = try read(from: &bytes, version: version, records: records)
        guard bytes.readableBytes == 0 else { throw .trailingBytes(bytes.readableBytes) }
        return json
    }

    /// The bytes of the message that JSON describes. Missing fields take their defaults.
    public func encode(_ json: JSONValue, version: Int16) throws(MessageJSONError) -> ByteBuffer {
        guard validVersions.contains(version) else { throw .wire(.unsupportedVersion(version)) }
        return try type.bytes(of: json, version: version)
    }

    /// Decodes a message and encodes what came of it, with no JSON in between.
    public func reencode(_ bytes: ByteBuffer, version: Int16) throws(MessageJSONError) -> ByteBuffer {
        try type.reencode(bytes, version: version)
    }

    /// The response that JSON describes, for a type that is one.
    func response(_ json: JSONValue, version: Int16) throws(MessageJSONError) -> any ResponseMessage {
        guard let response = try type.message(of: json, version: version) as? any ResponseMessage else {
            throw .wire(.unsupportedVersion(version))
        }
        return response
    }
}

extension MessageType {
    /// Every message: requests and responses by API, then everything else by name.
    public static var all: [MessageType] { table }

    /// The request or response of an API; nil for an unknown number.
    public init?(api: ApiKey, kind: Kind) {
        guard kind == .request || kind == .response,
            let found = Self.table.first(where: { $0.number == api.rawValue && $0.kind == kind })
        else { return nil }
        self = found
    }

    /// The message with a name such as `FetchRequest` or `OffsetCommitKey`, in whatever case; nil for an unknown one.
    public init?(named name: String) {
        let wanted = name.lowercased()
        guard let found = Self.table.first(where: { $0.name.lowercased() == wanted }) else { return nil }
        self = found
    }
}

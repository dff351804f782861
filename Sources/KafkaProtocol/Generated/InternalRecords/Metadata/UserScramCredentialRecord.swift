// Generated from protocol-specs/InternalRecords/Metadata/UserScramCredentialRecord.spec by tools/protocol-generator. Do not edit.

public import KafkaWire
public import NIOCore

/// A SCRAM credential.
///
/// Metadata record 11, versions 0, flexible 0.
public struct UserScramCredentialRecord: MetadataRecordMessage {
    public static var apiKey: Int16 { 11 }
    public static var validVersions: ClosedRange<Int16> { 0...0 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var name: String
    public var mechanism: Int8
    public var salt: ByteBuffer
    public var storedKey: ByteBuffer
    public var serverKey: ByteBuffer
    public var iterations: Int32
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        name: String = "",
        mechanism: Int8 = 0,
        salt: ByteBuffer = ByteBuffer(),
        storedKey: ByteBuffer = ByteBuffer(),
        serverKey: ByteBuffer = ByteBuffer(),
        iterations: Int32 = 0
    ) {
        self.name = name
        self.mechanism = mechanism
        self.salt = salt
        self.storedKey = storedKey
        self.serverKey = serverKey
        self.iterations = iterations
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let name: String = try reader.readString(flexible: true)
        let mechanism: Int8 = try reader.readInt8()
        let salt: ByteBuffer = try reader.readBytes(flexible: true)
        let storedKey: ByteBuffer = try reader.readBytes(flexible: true)
        let serverKey: ByteBuffer = try reader.readBytes(flexible: true)
        let iterations: Int32 = try reader.readInt32()
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.name = name
        self.mechanism = mechanism
        self.salt = salt
        self.storedKey = storedKey
        self.serverKey = serverKey
        self.iterations = iterations
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        try writer.writeString(self.name, flexible: true)
        writer.writeInt8(self.mechanism)
        try writer.writeBytes(self.salt, flexible: true)
        try writer.writeBytes(self.storedKey, flexible: true)
        try writer.writeBytes(self.serverKey, flexible: true)
        writer.writeInt32(self.iterations)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}

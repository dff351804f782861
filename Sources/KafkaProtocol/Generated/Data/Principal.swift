// Generated from protocol-specs/Data/Principal.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// A principal, inside an Envelope.
///
/// Versions 0, flexible 0.
public struct DefaultPrincipalData: WireMessage {
    public static var validVersions: ClosedRange<Int16> { 0...0 }
    public static func isFlexible(_ version: Int16) -> Bool { true }

    public var type: String
    public var name: String
    public var tokenAuthenticated: Bool
    /// Tagged fields that this version of the protocol does not know.
    public var unknownTaggedFields: UnknownTaggedFields

    public init(
        type: String = "",
        name: String = "",
        tokenAuthenticated: Bool = false
    ) {
        self.type = type
        self.name = name
        self.tokenAuthenticated = tokenAuthenticated
        self.unknownTaggedFields = UnknownTaggedFields()
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let type: String = try reader.readString(flexible: true)
        let name: String = try reader.readString(flexible: true)
        let tokenAuthenticated: Bool = try reader.readBool()
        let unknownTaggedFields = try reader.readUnknownTaggedFields()
        self.type = type
        self.name = name
        self.tokenAuthenticated = tokenAuthenticated
        self.unknownTaggedFields = unknownTaggedFields
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        try writer.writeString(self.type, flexible: true)
        try writer.writeString(self.name, flexible: true)
        writer.writeBool(self.tokenAuthenticated)
        try writer.writeUnknownTaggedFields(self.unknownTaggedFields)
    }
}

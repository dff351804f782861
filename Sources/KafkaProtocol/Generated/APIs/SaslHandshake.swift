// Generated from protocol-specs/APIs/SaslHandshake.spec by tools/protocol-generator. Do not edit.

public import KafkaWire

/// The request of SaslHandshake (17), versions 0-1, flexible none; Kafka 4.3 serves 0-1.
///
/// Agrees on a SASL mechanism.
public struct SaslHandshakeRequest: RequestMessage {
    public typealias Response = SaslHandshakeResponse
    public static var apiKey: ApiKey { .saslHandshake }
    public static var validVersions: ClosedRange<Int16> { 0...1 }
    public static func isFlexible(_ version: Int16) -> Bool { false }

    public var mechanism: String

    public init(
        mechanism: String = ""
    ) {
        self.mechanism = mechanism
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let mechanism: String = try reader.readString(flexible: false)
        self.mechanism = mechanism
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        try writer.writeString(self.mechanism, flexible: false)
    }
}

/// The response of SaslHandshake (17), versions 0-1, flexible none; Kafka 4.3 serves 0-1.
///
/// Agrees on a SASL mechanism.
public struct SaslHandshakeResponse: ResponseMessage {
    public static var apiKey: ApiKey { .saslHandshake }
    public static var validVersions: ClosedRange<Int16> { 0...1 }
    public static func isFlexible(_ version: Int16) -> Bool { false }

    public var errorCode: Int16
    public var mechanisms: [String]

    public init(
        errorCode: Int16 = 0,
        mechanisms: [String] = []
    ) {
        self.errorCode = errorCode
        self.mechanisms = mechanisms
    }

    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        let errorCode: Int16 = try reader.readInt16()
        let mechanisms: [String] = try reader.readArray(flexible: false)
        self.errorCode = errorCode
        self.mechanisms = mechanisms
    }

    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        guard Self.validVersions.contains(version) else { throw .unsupportedVersion(version) }
        writer.writeInt16(self.errorCode)
        try writer.writeArray(self.mechanisms, flexible: false)
    }
}

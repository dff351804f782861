/// A part of a message that can be read from and written to Kafka's wire form at a given version.
public protocol WireStruct: Sendable {
    /// Reads the value at the reader's position.
    init(from reader: inout WireReader, version: Int16) throws(WireError)

    /// Writes the value at the writer's position.
    func write(to writer: inout WireWriter, version: Int16) throws(WireError)
}

/// A whole message: the body of a request or response, a header, or the key or value of an internal record.
public protocol WireMessage: WireStruct {
    /// The versions that can be read and written; others throw ``WireError/unsupportedVersion(_:)``.
    static var validVersions: ClosedRange<Int16> { get }

    /// Whether the version uses compact lengths and tagged fields (KIP-482).
    static func isFlexible(_ version: Int16) -> Bool
}

/// The body of a request.
public protocol RequestMessage: WireMessage {
    /// The body that answers it.
    associatedtype Response: ResponseMessage

    /// The API that the request belongs to.
    static var apiKey: ApiKey { get }
}

/// The body of a response.
public protocol ResponseMessage: WireMessage {
    /// The API that the response belongs to.
    static var apiKey: ApiKey { get }
}

/// A response that can tell its client for how long it is held back, in the versions that have the field.
public protocol ThrottledResponse: ResponseMessage {
    /// In milliseconds (KIP-219); 0 for not at all.
    var throttleTimeMs: Int32 { get set }
}

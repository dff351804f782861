public import KafkaWire
import NIOCore

/// What can be done to any request or response without knowing which it is.
public enum MessageFields {
    /// Puts every text of a request through `change`, those of its nested structs and arrays among them, in the order
    /// of the fields.
    ///
    /// - Returns: whether anything is another now.
    public static func changeNames(
        _ message: inout any RequestMessage, _ change: (NamePlace, String) -> NameChange
    ) -> Bool {
        guard var fields = message as? any JSONStruct, walk(&fields, change),
            let changed = fields as? any RequestMessage
        else { return false }
        message = changed
        return true
    }

    /// Puts every text of a response through `change`.
    ///
    /// - Returns: whether anything is another now.
    public static func changeNames(
        _ message: inout any ResponseMessage, _ change: (NamePlace, String) -> NameChange
    ) -> Bool {
        guard var fields = message as? any JSONStruct, walk(&fields, change),
            let changed = fields as? any ResponseMessage
        else { return false }
        message = changed
        return true
    }

    /// Adds to the arrays of a response what stands in those of another one to the same API.
    public static func merge(_ message: inout any ResponseMessage, _ other: any ResponseMessage) {
        guard let fields = message as? any JSONStruct, let merged = merged(fields, other) as? any ResponseMessage else {
            return
        }
        message = merged
    }

    /// The JSON form of a request without its records; nil for what has none.
    public static func json(_ message: any RequestMessage, version: Int16) -> JSONValue? {
        guard let fields = message as? any JSONStruct else { return nil }
        return json(of: fields, version)
    }

    /// The response that JSON describes.
    public static func response(
        _ apiKey: ApiKey, json: JSONValue, version: Int16
    ) throws(MessageJSONError) -> any ResponseMessage {
        guard let type = MessageType(api: apiKey, kind: .response) else {
            throw .wire(.unsupportedVersion(version))
        }
        return try type.response(json, version: version)
    }

    private static func walk(
        _ fields: inout any JSONStruct, _ change: (NamePlace, String) -> NameChange
    ) -> Bool {
        withoutActuallyEscaping(change) { change in
            let walker = NameWalker(change)
            fields.walk(walker)
            return walker.hasChanged
        }
    }

    private static func merged<Value: JSONStruct>(_ value: Value, _ other: any ResponseMessage) -> any JSONStruct {
        guard let other = other as? Value else { return value }
        var value = value
        MessageMerger.merge(into: &value, other)
        return value
    }

    private static func json(of value: some JSONStruct, _ version: Int16) -> JSONValue {
        JSONFieldWriter.write(value, version: version, records: { _ in .string("") })
    }
}

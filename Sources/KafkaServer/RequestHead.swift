/// The header of a request, but for its client id.
struct RequestHead {
    var apiKey: Int16
    var apiVersion: Int16
    var correlationId: Int32
    /// The header's size in bytes.
    var size: Int
}

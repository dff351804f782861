/// What a client's connection stands for.
enum ProxyTarget: Hashable, Sendable {
    /// Whichever broker answers.
    case anyBroker
    /// One broker, by its id.
    case broker(Int32)
}

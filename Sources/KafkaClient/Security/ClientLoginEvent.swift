/// What a connection's handlers are told of a login in the middle of its life, by a user event of the channel.
public enum ClientLoginEvent: Sendable {
    /// What is sent from now on waits until the login is done.
    case began
    /// It is done, and what waited was sent.
    case ended
}

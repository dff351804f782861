import Glibc
import KafkaConfiguration
import NIOCore

/// Why the console does not listen.
public struct ConsoleStartError: Error, CustomStringConvertible {
    enum Cause: Sendable, Equatable {
        case unknownHost
        case portTaken
        case notAllowed
        case notHere
        case other(String)

        init(_ error: any Error) {
            switch (error as? IOError)?.errnoCode {
            case EADDRINUSE: self = .portTaken
            case EACCES: self = .notAllowed
            case EADDRNOTAVAIL: self = .notHere
            default: self = .other("\(error)")
            }
        }
    }

    private let endpoint: ConsoleSettings.Endpoint
    private let cause: Cause

    init(_ endpoint: ConsoleSettings.Endpoint, _ cause: Cause) {
        self.endpoint = endpoint
        self.cause = cause
    }

    /// A sentence for who starts the program: what is wrong, and what to do.
    public var description: String {
        let what =
            switch cause {
            case .unknownHost: "the host name cannot be resolved; use an address, for example http://127.0.0.1:9644"
            case .portTaken: "another program listens there; stop it, or choose another port (0 takes a free one)"
            case .notAllowed: "that is not allowed; choose a port from 1024 on"
            case .notHere: "this machine has no such address; use one that it has, or an empty host for all of them"
            case .other(let reason): reason
            }
        return "console.listeners: cannot listen on \(endpoint): \(what)"
    }
}

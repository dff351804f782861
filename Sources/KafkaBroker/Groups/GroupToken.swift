import KafkaCoordination
import KafkaServer

/// Who waits for an answer of the group coordinator: a client, or a handler that puts several answers together.
struct GroupToken: Sendable {
    /// Takes the answer, on whichever thread it comes.
    let answer: @Sendable (GroupResponse) -> Void
    /// Ends the wait without an answer, by ending the connection.
    let drop: @Sendable () -> Void

    init(_ token: ReplyToken, _ answer: @escaping @Sendable (GroupResponse) -> Void) {
        self.answer = answer
        drop = { token.close(.refused("the group's records could not be made durable")) }
    }

    /// Sends the answer as it is.
    init(_ token: ReplyToken) {
        self.init(token) { response in
            switch response {
            case .joinGroup(let response): token.reply(response)
            case .syncGroup(let response): token.reply(response)
            case .leaveGroup(let response): token.reply(response)
            case .offsetCommit(let response): token.reply(response)
            case .offsetDelete(let response): token.reply(response)
            case .deleteGroups(let response): token.reply(response)
            }
        }
    }
}

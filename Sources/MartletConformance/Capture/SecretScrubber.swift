import KafkaProtocol
import KafkaProxy
import KafkaWire
import NIOCore

/// Takes passwords, keys and tokens out of frames before they are recorded.
///
/// Replaced are the messages of SASL mechanisms, SCRAM credentials, the hmacs of delegation tokens, the values of
/// configs that are named like secrets, and requests inside an Envelope. A frame that may hold such and cannot be read
/// is recorded without its body. Records are recorded as they are.
enum SecretScrubber {
    /// What stands in the place of a secret.
    static let replacement = ByteBuffer(string: "scrubbed")

    /// The frame without its secrets; nil when it holds none.
    static func scrub(
        _ frame: ByteBuffer, _ direction: CapturedFrame.Direction, _ followed: FollowedFrame
    ) -> ByteBuffer? {
        if followed.isToken { return replacement }
        guard let apiKey = followed.apiKey else {
            // In the middle of an authentication, what cannot be told may be a part of it.
            return followed.sasl == .underway ? head(of: frame, followed) : nil
        }
        let edit = Edit(frame: frame, followed: followed)
        switch (apiKey, direction) {
        case (.saslAuthenticate, .request):
            return edit.run(SaslAuthenticateRequest.self) { $0.authBytes = replacement }
        case (.saslAuthenticate, .response):
            return edit.run(SaslAuthenticateResponse.self) { $0.authBytes = replacement }
        case (.alterUserScramCredentials, .request):
            return edit.run(AlterUserScramCredentialsRequest.self) { message in
                for index in message.upsertions.indices {
                    message.upsertions[index].salt = replacement
                    message.upsertions[index].saltedPassword = replacement
                }
            }
        case (.createDelegationToken, .response):
            return edit.run(CreateDelegationTokenResponse.self) { $0.hmac = replacement }
        case (.renewDelegationToken, .request):
            return edit.run(RenewDelegationTokenRequest.self) { $0.hmac = replacement }
        case (.expireDelegationToken, .request):
            return edit.run(ExpireDelegationTokenRequest.self) { $0.hmac = replacement }
        case (.describeDelegationToken, .response):
            return edit.run(DescribeDelegationTokenResponse.self) { message in
                for index in message.tokens.indices { message.tokens[index].hmac = replacement }
            }
        case (.envelope, .request):
            return edit.run(EnvelopeRequest.self) { $0.requestData = replacement }
        case (.envelope, .response):
            return edit.run(EnvelopeResponse.self) { $0.responseData = replacement }
        case (.alterConfigs, .request), (.incrementalAlterConfigs, .request):
            return scrubConfigs(edit, apiKey)
        default: return nil
        }
    }

    private static func scrubConfigs(_ edit: Edit, _ apiKey: ApiKey) -> ByteBuffer? {
        let secret = replacementText
        switch apiKey {
        case .alterConfigs:
            return edit.run(AlterConfigsRequest.self) { message in
                for resource in message.resources.indices {
                    for index in message.resources[resource].configs.indices
                    where isSecret(message.resources[resource].configs[index].name) {
                        message.resources[resource].configs[index].value = secret
                    }
                }
            }
        case .incrementalAlterConfigs:
            return edit.run(IncrementalAlterConfigsRequest.self) { message in
                for resource in message.resources.indices {
                    for index in message.resources[resource].configs.indices
                    where isSecret(message.resources[resource].configs[index].name) {
                        message.resources[resource].configs[index].value = secret
                    }
                }
            }
        default: return nil
        }
    }

    private static let replacementText = "scrubbed"

    /// Whether a config's value is a secret: Kafka's passwords all say so in their names, or are JAAS or key material.
    static func isSecret(_ name: String) -> Bool {
        let name = name.lowercased()
        return ["password", "secret", "jaas.config", "keystore.key", "keystore.certificate.chain"].contains {
            name.contains($0)
        }
    }

    /// A frame without its body.
    private static func head(of frame: ByteBuffer, _ followed: FollowedFrame) -> ByteBuffer {
        frame.getSlice(at: frame.readerIndex, length: min(frame.readableBytes, followed.bodyOffset ?? 8))
            ?? ByteBuffer()
    }

    /// The change of a frame's body.
    private struct Edit {
        var frame: ByteBuffer
        var followed: FollowedFrame

        /// The frame with its changed body, without one if it cannot be read; nil when nothing changed.
        func run<Message: WireMessage>(_: Message.Type, _ change: (inout Message) -> Void) -> ByteBuffer? {
            var head = SecretScrubber.head(of: frame, followed)
            guard let offset = followed.bodyOffset,
                let body = frame.getSlice(at: frame.readerIndex + offset, length: frame.readableBytes - offset)
            else { return head }
            do throws(WireError) {
                var message = try body.decodeMessage(Message.self, version: followed.apiVersion)
                change(&message)
                var changed = ByteBuffer()
                try changed.writeMessage(message, version: followed.apiVersion)
                guard changed != body else { return nil }
                head.writeImmutableBuffer(changed)
                return head
            } catch {
                return head
            }
        }
    }
}

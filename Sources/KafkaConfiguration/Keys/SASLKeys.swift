/// SASL.
enum SASLKeys {
    static let definitions: [ConfigDefinition] = [
        ConfigDefinition(
            "sasl.enabled.mechanisms", .list, "GSSAPI", .any, .medium, .perBroker, .honoured,
            "SASL mechanisms that clients may use."),
        ConfigDefinition(
            "sasl.jaas.config", .password, nil, .any, .medium, .perBroker, .honoured,
            "Login settings in the format of JAAS."),
        ConfigDefinition(
            "sasl.client.callback.handler.class", .class, nil, .any, .medium, .readOnly, .noEffect(.javaClass),
            "Java class behind the client side of SASL."),
        ConfigDefinition(
            "sasl.login.callback.handler.class", .class, nil, .any, .medium, .readOnly, .noEffect(.javaClass),
            "Java class behind SASL logins."),
        ConfigDefinition(
            "sasl.login.class", .class, nil, .any, .medium, .readOnly, .noEffect(.javaClass),
            "Java class that logs in."),
        ConfigDefinition(
            "sasl.server.callback.handler.class", .class, nil, .any, .medium, .readOnly, .noEffect(.javaClass),
            "Java class behind the server side of SASL."),
        ConfigDefinition(
            "sasl.server.max.receive.size", .int, "524288", .any, .medium, .readOnly, .honoured,
            "Most bytes of a message before the client is authenticated."),
        ConfigDefinition(
            "sasl.mechanism.inter.broker.protocol", .string,
            "GSSAPI",
            .any, .medium, .perBroker, .noEffect(.saslClient),
            "SASL mechanism between brokers."),
        ConfigDefinition(
            "sasl.mechanism.controller.protocol", .string, "GSSAPI", .any, .high, .readOnly, .noEffect(.saslClient),
            "SASL mechanism towards controllers."),
        ConfigDefinition(
            "sasl.kerberos.service.name", .string, nil, .any, .medium, .perBroker, .noEffect(.kerberos),
            "Kerberos principal name of the broker."),
        ConfigDefinition(
            "sasl.kerberos.kinit.cmd", .string, "/usr/bin/kinit", .any, .medium, .perBroker, .noEffect(.kerberos),
            "Path of the kinit program."),
        ConfigDefinition(
            "sasl.kerberos.ticket.renew.window.factor", .double,
            "0.8",
            .any, .medium, .perBroker, .noEffect(.kerberos),
            "Share of a ticket's life after which it is renewed."),
        ConfigDefinition(
            "sasl.kerberos.ticket.renew.jitter", .double, "0.05", .any, .medium, .perBroker, .noEffect(.kerberos),
            "Random part of the renewal time."),
        ConfigDefinition(
            "sasl.kerberos.min.time.before.relogin", .long,
            "60000",
            .any, .medium, .perBroker, .noEffect(.kerberos),
            "Least pause between two renewals."),
        ConfigDefinition(
            "sasl.kerberos.principal.to.local.rules", .list,
            "DEFAULT",
            .any, .medium, .perBroker, .noEffect(.kerberos),
            "Rules that turn a Kerberos principal into a short name."),
        ConfigDefinition(
            "sasl.login.refresh.window.factor", .double, "0.8", .any, .medium, .perBroker, .noEffect(.saslClient),
            "Share of a credential's life after which it is renewed."),
        ConfigDefinition(
            "sasl.login.refresh.window.jitter", .double, "0.05", .any, .medium, .perBroker, .noEffect(.saslClient),
            "Random part of the renewal time of a credential."),
        ConfigDefinition(
            "sasl.login.refresh.min.period.seconds", .short,
            "60",
            .any, .medium, .perBroker, .noEffect(.saslClient),
            "Least seconds between two renewals of a credential."),
        ConfigDefinition(
            "sasl.login.refresh.buffer.seconds", .short, "300", .any, .medium, .perBroker, .noEffect(.saslClient),
            "Seconds before a credential's end that are kept free."),
        ConfigDefinition(
            "sasl.login.connect.timeout.ms", .int, nil, .any, .low, .readOnly, .noEffect(.saslClient),
            "How long a login may take to connect."),
        ConfigDefinition(
            "sasl.login.read.timeout.ms", .int, nil, .any, .low, .readOnly, .noEffect(.saslClient),
            "How long a login may wait for an answer."),
        ConfigDefinition(
            "sasl.login.retry.backoff.ms", .long, "100", .any, .low, .readOnly, .noEffect(.saslClient),
            "First pause before another login."),
        ConfigDefinition(
            "sasl.login.retry.backoff.max.ms", .long, "10000", .any, .low, .readOnly, .noEffect(.saslClient),
            "Longest pause before another login."),
        ConfigDefinition(
            "sasl.oauthbearer.clock.skew.seconds", .int, "30", .any, .low, .readOnly, .honoured,
            "How far clocks may differ when tokens are checked."),
        ConfigDefinition(
            "sasl.oauthbearer.expected.audience", .list, nil, .any, .low, .readOnly, .honoured,
            "Audiences a token must be for."),
        ConfigDefinition(
            "sasl.oauthbearer.expected.issuer", .string, nil, .any, .low, .readOnly, .honoured,
            "Issuer a token must come from."),
        ConfigDefinition(
            "sasl.oauthbearer.jwks.endpoint.refresh.ms", .long,
            "3600000",
            .any, .low, .readOnly, .honoured,
            "How often the issuer's keys are fetched."),
        ConfigDefinition(
            "sasl.oauthbearer.jwks.endpoint.retry.backoff.ms", .long,
            "100",
            .any, .low, .readOnly, .honoured,
            "First pause before the keys are fetched again."),
        ConfigDefinition(
            "sasl.oauthbearer.jwks.endpoint.retry.backoff.max.ms", .long,
            "10000",
            .any, .low, .readOnly, .honoured,
            "Longest pause before the keys are fetched again."),
        ConfigDefinition(
            "sasl.oauthbearer.jwks.endpoint.url", .string, nil, .any, .medium, .readOnly, .honoured,
            "Where the issuer's keys are."),
        ConfigDefinition(
            "sasl.oauthbearer.scope.claim.name", .string, "scope", .any, .low, .readOnly, .honoured,
            "Claim of a token that holds its scope."),
        ConfigDefinition(
            "sasl.oauthbearer.sub.claim.name", .string, "sub", .any, .low, .readOnly, .honoured,
            "Claim of a token that holds its subject."),
        ConfigDefinition(
            "sasl.oauthbearer.token.endpoint.url", .string, nil, .any, .medium, .readOnly, .noEffect(.saslClient),
            "Where tokens are asked for."),
        ConfigDefinition(
            "sasl.oauthbearer.header.urlencode", .boolean, "false", .any, .low, .readOnly, .noEffect(.saslClient),
            "Encode client id and secret before they are sent."),
        ConfigDefinition(
            "sasl.oauthbearer.assertion.algorithm", .string,
            "RS256",
            .any, .medium, .readOnly, .noEffect(.saslClient),
            "Algorithm that signs a JWT assertion."),
        ConfigDefinition(
            "sasl.oauthbearer.assertion.claim.aud", .string, nil, .any, .medium, .readOnly, .noEffect(.saslClient),
            "Audience put into a JWT assertion."),
        ConfigDefinition(
            "sasl.oauthbearer.assertion.claim.exp.seconds", .int,
            "300",
            .between(0, 86400), .low, .readOnly, .noEffect(.saslClient),
            "Seconds a JWT assertion is valid."),
        ConfigDefinition(
            "sasl.oauthbearer.assertion.claim.iss", .string, nil, .any, .medium, .readOnly, .noEffect(.saslClient),
            "Issuer put into a JWT assertion."),
        ConfigDefinition(
            "sasl.oauthbearer.assertion.claim.jti.include", .boolean,
            "false",
            .any, .medium, .readOnly, .noEffect(.saslClient),
            "Give each JWT assertion an id of its own."),
        ConfigDefinition(
            "sasl.oauthbearer.assertion.claim.nbf.seconds", .int,
            "60",
            .between(0, 3600), .low, .readOnly, .noEffect(.saslClient),
            "Seconds before now from which a JWT assertion is valid."),
        ConfigDefinition(
            "sasl.oauthbearer.assertion.claim.sub", .string, nil, .any, .medium, .readOnly, .noEffect(.saslClient),
            "Subject put into a JWT assertion."),
        ConfigDefinition(
            "sasl.oauthbearer.assertion.file", .string, nil, .any, .medium, .readOnly, .noEffect(.saslClient),
            "File of a ready JWT assertion."),
        ConfigDefinition(
            "sasl.oauthbearer.assertion.private.key.file", .string,
            nil,
            .any, .medium, .readOnly, .noEffect(.saslClient),
            "File of the key that signs a JWT assertion."),
        ConfigDefinition(
            "sasl.oauthbearer.assertion.private.key.passphrase", .password,
            nil,
            .any, .medium, .readOnly, .noEffect(.saslClient),
            "Passphrase of the key that signs a JWT assertion."),
        ConfigDefinition(
            "sasl.oauthbearer.assertion.template.file", .string,
            nil,
            .any, .medium, .readOnly, .noEffect(.saslClient),
            "File of a JWT assertion's template."),
        ConfigDefinition(
            "sasl.oauthbearer.client.credentials.client.id", .string,
            nil,
            .any, .medium, .readOnly, .noEffect(.saslClient),
            "Client id of the OAuth client."),
        ConfigDefinition(
            "sasl.oauthbearer.client.credentials.client.secret", .password,
            nil,
            .any, .medium, .readOnly, .noEffect(.saslClient),
            "Secret of the OAuth client."),
        ConfigDefinition(
            "sasl.oauthbearer.jwt.retriever.class", .class,
            "org.apache.kafka.common.security.oauthbearer.DefaultJwtRetriever",
            .any, .medium, .readOnly, .noEffect(.javaClass),
            "Java class that fetches tokens."),
        ConfigDefinition(
            "sasl.oauthbearer.jwt.validator.class", .class,
            "org.apache.kafka.common.security.oauthbearer.DefaultJwtValidator",
            .any, .medium, .readOnly, .noEffect(.javaClass),
            "Java class that checks tokens."),
        ConfigDefinition(
            "sasl.oauthbearer.scope", .string, nil, .any, .medium, .readOnly, .noEffect(.saslClient),
            "Scope asked for with a token."),
    ]
}

"""Logging in by every mechanism, with what is right and with what is wrong."""

import contextlib
import itertools
import time

from harness.client import WORK, ClientError
from harness.scenario import OWN, Consumer, Failed, Producer, scenario
from harness.tokens import Issuer
from scenarios.records import numbered
from scenarios.tls import secured

CLIENTS = {"kcat", "librdkafka", "confluent", "kafka-python", "aiokafka", "java"}
# Without a comma or an equals sign: old librdkafka changes those in passwords of SCRAM.
USER, PASSWORD = "alice", "alice \"secret\" \\ 1"
TOKENS = itertools.count(1)
JAAS = "org.apache.kafka.common.security."
ISSUER = Issuer(WORK / "sasl")
IMPOSTOR = Issuer(WORK / "sasl", "impostor")
# Long enough for a login and a record, short enough for those that are to fail.
PATIENCE = {"delivery.timeout.ms": 6000, "request.timeout.ms": 5000, "linger.ms": 5, "max.block.ms": 6000}


def quoted(value):
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def properties(line):
    """A value as server.properties wants it, which takes one backslash of two."""
    return line.replace("\\", "\\\\")


OVERRIDES = {
    "sasl.enabled.mechanisms": "PLAIN,SCRAM-SHA-256,SCRAM-SHA-512",
    "listener.name.sasl_plaintext.plain.sasl.jaas.config": properties(
        f"{JAAS}plain.PlainLoginModule required user_{USER}={quoted(PASSWORD)};"),
}
SCRAM = "SCRAM-SHA-512"
UNSECURED = {"sasl.enabled.mechanisms": "OAUTHBEARER", "martlet.sasl.oauthbearer.unsecured.enable": "true"}
SIGNED = {
    "sasl.enabled.mechanisms": "OAUTHBEARER",
    "sasl.oauthbearer.jwks.endpoint.url": f"file://{ISSUER.keys}",
    "sasl.oauthbearer.expected.audience": "kafka",
    "sasl.oauthbearer.expected.issuer": "https://issuer",
}


def settings(client, mechanism, user, password):
    """How a client is told who it is, in its own words."""
    common = {"security.protocol": "SASL_PLAINTEXT", "sasl.mechanism": mechanism}
    if client in ("kafka-python", "aiokafka"):
        return {**common, "sasl.plain.username": user, "sasl.plain.password": password}
    if client == "java":
        module = "plain.PlainLoginModule" if mechanism == "PLAIN" else "scram.ScramLoginModule"
        jaas = f"{JAAS}{module} required username={quoted(user)} password={quoted(password)};"
        return {**common, "sasl.jaas.config": jaas}
    return {**common, "sasl.username": user, "sasl.password": password}


def bearer(test, token):
    """Java reads tokens from a file, through its own handler and its own checks."""
    common = {"security.protocol": "SASL_PLAINTEXT", "sasl.mechanism": "OAUTHBEARER"}
    if test.client_name != "java":
        return {**common, "sasl.oauth.token": token}
    file = test.broker.directory / f"{test.name('token')}-{next(TOKENS)}"
    file.write_text(token)
    return {
        **common, "sasl.jaas.config": f"{JAAS}oauthbearer.OAuthBearerLoginModule required;",
        "sasl.login.callback.handler.class": f"{JAAS}oauthbearer.OAuthBearerLoginCallbackHandler",
        "sasl.oauthbearer.token.endpoint.url": f"file://{file}",
        # The one that checks as clients do; the other one is the brokers' and wants a library that clients lack.
        "sasl.oauthbearer.jwt.validator.class": f"{JAAS}oauthbearer.ClientJwtValidator",
    }


def unsecured(client, subject):
    common = {"security.protocol": "SASL_PLAINTEXT", "sasl.mechanism": "OAUTHBEARER"}
    if client == "java":
        claim = f"unsecuredLoginStringClaim_sub={quoted(subject)}"
        return {**common, "sasl.jaas.config": f"{JAAS}oauthbearer.OAuthBearerLoginModule required {claim};"}
    return {**common, "enable.sasl.oauthbearer.unsecure.jwt": True, "sasl.oauthbearer.config": f"principal={subject}"}


@contextlib.contextmanager
def at_sasl(test, own=False):
    """A process of the client that talks to the listener with SASL: with `own`, to log in at the broker whatever stands
    before it."""
    bootstrap = f"127.0.0.1:{test.broker.own_login_port() if own else test.broker.sasl_port}"
    adapter = test.pool.take(test.client_name, bootstrap)
    try:
        yield adapter
    finally:
        adapter.kill()
        test.pool.forget(bootstrap)


def known(test, config):
    """The settings without those that a client does not have."""
    patience = dict(PATIENCE)
    if test.client_name == "aiokafka":
        patience = {"request.timeout.ms": 5000}
    if test.client_name == "kafka-python":
        patience["bootstrap.timeout.ms"] = 5000
    return {**patience, **config}


def lets_in(test, config, count=5):
    topic = test.topic()
    with at_sasl(test) as adapter:
        producer = Producer(adapter, known(test, config))
        producer.send(topic, numbered(count))
        producer.close()
        consumer = Consumer(adapter, {"auto.offset.reset": "earliest", **config})
        consumer.assign((topic, 0, "beginning"))
        test.same_records(consumer.read(count), numbered(count))
        consumer.close()


def keeps_out(test, config, mechanism):
    topic = test.topic()
    sign = f"authentication failed: {mechanism}"
    before = test.broker.login_log.count(sign)
    with at_sasl(test) as adapter:
        try:
            Producer(adapter, known(test, config)).send(topic, numbered(1), timeout_ms=8000)
        except (ClientError, Failed):
            pass
        else:
            raise Failed(f"{mechanism} let a stranger in")
    # aiokafka leaves as soon as it hears what is wrong with its token.
    if (test.client_name, mechanism) != ("aiokafka", "OAUTHBEARER"):
        test.eventually(lambda: test.broker.login_log.count(sign) > before, "a line of the broker about a failed login")
    test.true(PASSWORD not in test.broker.login_log, "the password is in the broker's log")


@scenario("sasl-plain", clients=CLIENTS, broker=OWN, overrides=OVERRIDES)
def sasl_plain(test):
    lets_in(test, settings(test.client_name, "PLAIN", USER, PASSWORD))
    keeps_out(test, settings(test.client_name, "PLAIN", USER, "wrong"), "PLAIN")


def set_user(test, mechanism, password=None):
    """Gives the user a password, or takes it away; a proxy has users of its own."""
    if test.broker.proxy:
        return test.broker.proxy.set_user(USER, mechanism, password)
    wanted = {} if password is None else {"password": password}
    test.helper.call("admin.alter_scram", user=USER, mechanism=mechanism, **wanted)


def scram(test, mechanism):
    set_user(test, mechanism, PASSWORD)
    lets_in(test, settings(test.client_name, mechanism, USER, PASSWORD))
    keeps_out(test, settings(test.client_name, mechanism, USER, "wrong"), mechanism)
    set_user(test, mechanism)
    keeps_out(test, settings(test.client_name, mechanism, USER, PASSWORD), mechanism)


@scenario("sasl-scram-sha-256", clients=CLIENTS, broker=OWN, overrides=OVERRIDES)
def sasl_scram_256(test):
    scram(test, "SCRAM-SHA-256")


@scenario("sasl-scram-sha-512", clients=CLIENTS, broker=OWN, overrides=OVERRIDES)
def sasl_scram_512(test):
    scram(test, "SCRAM-SHA-512")


@scenario("sasl-scram-users", clients={"confluent"}, broker=OWN, overrides=OVERRIDES)
def sasl_scram_users(test):
    def alter(**args):
        test.client.call("admin.alter_scram", user="bob", mechanism="SCRAM-SHA-256", **args)

    test.fails("RESOURCE_NOT_FOUND", alter, "a user who is not there")
    test.fails("UNACCEPTABLE_CREDENTIAL", lambda: alter(password="x", iterations=4095), "too few iterations")
    test.fails("UNACCEPTABLE_CREDENTIAL", lambda: alter(password="x", iterations=16385), "too many iterations")
    alter(password="x", iterations=5000)
    test.broker.stop()
    test.broker.start()
    test.equal(test.client.call("admin.describe_scram", user="bob"), {"SCRAM-SHA-256": 5000}, "after a restart")


@scenario("sasl-oauthbearer-unsecured", clients={"kcat", "librdkafka", "confluent", "java"}, broker=OWN, overrides=UNSECURED)
def sasl_oauthbearer_unsecured(test):
    lets_in(test, unsecured(test.client_name, "carol"))


@scenario("sasl-oauthbearer", clients={"confluent", "kafka-python", "aiokafka", "java"}, broker=OWN, overrides=SIGNED)
def sasl_oauthbearer(test):
    lets_in(test, bearer(test, ISSUER.token("carol")))
    keeps_out(test, bearer(test, IMPOSTOR.token("carol")), "OAUTHBEARER")
    keeps_out(test, bearer(test, ISSUER.token("carol", audience="else")), "OAUTHBEARER")


@scenario("sasl-reauthentication", clients={"java", "confluent"}, broker=OWN, seconds=20,
          overrides={**OVERRIDES, "connections.max.reauth.ms": "2000"})
def sasl_reauthentication(test):
    """Records go on while sessions end again and again; with Java, which renews them, on the same connection."""
    topic = test.topic()
    with at_sasl(test) as adapter:
        producer = Producer(adapter, settings(test.client_name, "PLAIN", USER, PASSWORD))
        for _ in range(7):
            producer.send(topic, numbered(3))
            time.sleep(1)
        producer.close()
    if test.client_name == "java":
        test.true("the session's lifetime is over" not in test.broker.login_log, "a session was not renewed")


@scenario("sasl-over-tls", clients=CLIENTS, broker=OWN, seconds=20)
def sasl_over_tls(test):
    """A login inside TLS: the listener SASL_SSL that most clusters have."""
    protocols = "PLAINTEXT:PLAINTEXT,SASL_PLAINTEXT:SASL_PLAINTEXT,SECURE:SASL_SSL"
    with secured(test, "SECURE", listener_security_protocol_map=protocols, sasl_enabled_mechanisms=SCRAM) as world:
        set_user(test, SCRAM, PASSWORD)
        topic = test.topic()
        trust = {key.replace("_", "."): value for key, value in world.config().items()}
        adapter = world.adapter("SECURE")
        for password in (PASSWORD, "wrong"):
            config = {**trust, **settings(test.client_name, SCRAM, USER, password), "security.protocol": "SASL_SSL"}
            try:
                Producer(adapter, known(test, config)).send(topic, numbered(3), timeout_ms=8000)
            except (ClientError, Failed):
                if password == PASSWORD:
                    raise
            else:
                test.equal(password, PASSWORD, "the password that lets in")

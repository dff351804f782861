"""Field cases about logins that the proxy passes on: what a client sees is what it sees of the broker itself."""

import base64
import time

from case_support import case, check, equal
from harness.broker import Broker
from scripted import METADATA, SASL_HANDSHAKE, Client, ProxyUnderTest

SASL_AUTHENTICATE = 36
USER, PASSWORD, WRONG = "alice", "alice-secret", "alice-secrets"
LIFETIME = 5.0  # seconds that a login lasts
SETTINGS = {
    "sasl.enabled.mechanisms": "PLAIN,OAUTHBEARER",
    "martlet.sasl.oauthbearer.unsecured.enable": "true",
    "listener.name.sasl_plaintext.plain.sasl.jaas.config":
        f'org.apache.kafka.common.security.plain.PlainLoginModule required user_{USER}="{PASSWORD}";',
    "connections.max.reauth.ms": str(int(LIFETIME * 1000)),
    "connection.failed.authentication.delay.ms": "50",
}


def handshake(client, mechanism="PLAIN"):
    """The error code; None where the connection ended."""
    answer = client.ask(SASL_HANDSHAKE, 1, {"mechanism": mechanism})
    return answer and answer["errorCode"]


def authenticate(client, password, user=USER):
    """The error code and whether the login ends some time; None where the connection ended."""
    token = base64.b64encode(f"\0{user}\0{password}".encode()).decode()
    answer = client.ask(SASL_AUTHENTICATE, 1, {"authBytes": token})
    return answer and (answer["errorCode"], answer.get("sessionLifetimeMs", 0) > 0)


def served(client):
    return client.ask(METADATA, 12, {"topics": None}) is not None


def renewed(client):
    """A second login on a connection that is used, and another behind it; each lets it live on."""
    seen = [handshake(client), authenticate(client, PASSWORD), served(client)]
    for _ in range(2):
        time.sleep(LIFETIME * 0.5)
        seen += [handshake(client), authenticate(client, PASSWORD), served(client)]
    return seen


def expired(client):
    """A session that is not renewed: served before its end, and not after."""
    seen = [handshake(client), authenticate(client, PASSWORD), served(client)]
    time.sleep(LIFETIME + 0.5)
    try:
        return [*seen, served(client), client.ends()]
    except OSError:
        return [*seen, False, True]


def refused(client):
    """A second login with a wrong password."""
    seen = [handshake(client), authenticate(client, PASSWORD)]
    time.sleep(LIFETIME * 0.5)
    return [*seen, handshake(client), authenticate(client, WRONG), client.ends()]


def changed_user(client):
    """A second login as somebody else."""
    seen = [handshake(client), authenticate(client, PASSWORD)]
    time.sleep(LIFETIME * 0.5)
    return [*seen, handshake(client), authenticate(client, "bob-secret", "bob"), client.ends()]


def changed_mechanism(client):
    """A second login by another mechanism."""
    seen = [handshake(client), authenticate(client, PASSWORD)]
    time.sleep(LIFETIME * 0.5)
    return [*seen, handshake(client, "OAUTHBEARER"), client.ends()]


def unauthenticated(client):
    """A request in the middle of the first login."""
    seen = [handshake(client)]
    try:
        return [*seen, served(client)]
    except OSError:
        return [*seen, False]


@case(23, "logins are renewed and end behind the proxy as they do at the broker")
def sessions():
    broker = Broker("sessions", SETTINGS)
    try:
        broker.start()
        with ProxyUnderTest(f"127.0.0.1:{broker.sasl_port}") as proxy:
            for one in (renewed, expired, refused, changed_user, changed_mechanism, unauthenticated):
                with Client(broker.sasl_port) as direct, Client(proxy.port) as proxied:
                    expected, got = one(direct), one(proxied)
                equal(got, expected, one.__doc__)
                if one is renewed:
                    equal(got, [0, (0, True), True] * 3, "a login that is renewed")
                if one is expired:
                    equal(got, [0, (0, True), True, False, True], "a login that is not renewed")
            check(proxy.process.poll() is None, "the proxy was there all the time")
    finally:
        broker.discard()

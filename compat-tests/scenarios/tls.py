"""Listeners with TLS: what each client needs to be told, and whom the broker lets in."""

import contextlib
import pathlib
import socket
import ssl
import subprocess
import tempfile
import threading
import time

from harness.broker import ROOT, binary, free_port
from harness.client import AdapterFailure, ClientError, Record
from harness.scenario import OWN, Failed, scenario
from scenarios.records import numbered

CLIENTS = ("kcat", "librdkafka", "confluent", "kafka-python", "aiokafka", "java", "sarama")
PASSWORD = "trial-store-1"
NATIVE = ("kcat", "librdkafka", "confluent", "sarama")


class Secured:
    """A broker with TLS listeners, the certificates of tools/test-pki or of `martlet tls dev-certs`, and a client that
    knows them. With `own` its listeners are the broker's also where there is a proxy."""

    def __init__(self, test, *listeners, dev_certs=False, own=False, **overrides):
        self.test = test
        self.pki = pathlib.Path(tempfile.mkdtemp(prefix="martlet-pki-"))
        make = [str(binary()), "tls", "dev-certs", "--password", PASSWORD, "--out"] if dev_certs else [str(ROOT / "tools" / "test-pki")]
        subprocess.run([*make, str(self.pki)], check=True, stdout=subprocess.DEVNULL)
        self.ports = {name: free_port() for name in listeners or ("SSL",)}
        test.broker.stop()
        test.broker.listeners = self.ports
        test.broker.keeps_tls = own
        mapped = ",".join(f"{name}:SSL" for name in self.ports)
        test.broker.overrides.update({
            "listener.security.protocol.map": f"PLAINTEXT:PLAINTEXT,{mapped}",
            "ssl.keystore.type": "PEM",
            "ssl.keystore.location": str(self.pki / "server.store.pem"),
            "ssl.truststore.type": "PEM",
            "ssl.truststore.location": str(self.pki / "ca.pem"),
            **{key.replace("_", "."): value for key, value in overrides.items()},
        })
        test.broker.start()
        self.adapters = []

    def adapter(self, listener="SSL", client=None):
        """A client process whose bootstrap address is a TLS listener."""
        adapter = self.test.pool.take(client or self.test.client_name, f"127.0.0.1:{self.ports[listener]}")
        self.adapters.append((adapter, listener))
        return adapter

    def release(self):
        for adapter, listener in self.adapters:
            with contextlib.suppress(AdapterFailure):
                adapter.kill()
        self.adapters = []

    def config(self, client=None, certificate=None, authority="ca"):
        """A client's settings, by its own names."""
        client = client or self.test.client_name
        trust = str(self.pki / f"{authority}.pem")
        store, key = (str(self.pki / f"{certificate}.{end}") for end in ("pem", "key")) if certificate else (None, None)
        if client == "java":
            config = {"security_protocol": "SSL", "ssl_truststore_type": "PEM", "ssl_truststore_location": trust}
            if certificate:
                config |= {"ssl_keystore_type": "PEM", "ssl_keystore_location": str(self.pki / f"{certificate}.store.pem")}
        elif client in NATIVE:
            config = {"security_protocol": "ssl", "ssl_ca_location": trust}
            if certificate:
                config |= {"ssl_certificate_location": store, "ssl_key_location": key}
        else:
            config = {"security_protocol": "SSL", "ssl_cafile": trust}
            if certificate:
                config |= {"ssl_certfile": store, "ssl_keyfile": key}
        return config

    def exchange(self, topic, sent, listener="SSL", **who):
        """Writes records and reads them back over TLS."""
        adapter = self.adapter(listener)
        config = self.config(**who)
        self.test.produce(topic, sent, adapter=adapter, **config)
        got = self.test.read_all(topic, len(sent), adapter=adapter, **config)
        self.test.same_records(got, sent)

    def refused(self, topic, what, listener="SSL", **who):
        """Writing must fail."""
        adapter = self.adapter(listener)
        config = {**self.config(**who), **self.patience()}
        try:
            producer = self.test.producer(adapter, **config)
            results = producer.try_send(topic, [Record(None, b"no", partition=0)], timeout_ms=5_000)
        except (ClientError, AdapterFailure) as failure:
            # Settings that the client does not know would look like a refusal.
            if any(sign in str(failure) for sign in ("ATTRIBUTE", "TYPE:", "VALUE:", "CONFIG")):
                raise
            return
        if not all("error" in one for one in results):
            raise Failed(f"{what}: was served")

    def patience(self):
        """Settings that make a client give up within seconds."""
        client = self.test.client_name
        if client == "java":
            return {"max_block_ms": 4_000, "delivery_timeout_ms": 4_000, "request_timeout_ms": 3_000, "linger_ms": 0}
        if client in NATIVE:
            return {"message_timeout_ms": 4_000}
        return {"request_timeout_ms": 4_000} if client == "aiokafka" else {"max_block_ms": 4_000, "bootstrap_timeout_ms": 4_000}

    def log(self):
        return self.test.broker.tls_log

    def s_client(self, *arguments, listener="SSL", text=""):
        """openssl s_client; returns all it said."""
        done = subprocess.run(
            ["openssl", "s_client", "-connect", f"127.0.0.1:{self.ports[listener]}", *arguments],
            input=text, capture_output=True, text=True, timeout=20, check=False,
        )
        return done.stdout + done.stderr


@contextlib.contextmanager
def secured(test, *listeners, **overrides):
    world = Secured(test, *listeners, **overrides)
    try:
        yield world
    finally:
        world.release()


@scenario("tls-records", broker=OWN, clients=CLIENTS, seconds=40)
def records(test):
    """Records small and large go both ways over TLS; the client checks the broker's certificate."""
    with secured(test) as world:
        topic = test.topic(partitions=1)
        large = [Record(b"k%d" % one, bytes([one]) * 300_000, partition=0) for one in range(5)]
        world.exchange(topic, numbered(200) + large)


@scenario("tls-dev-certs", broker=OWN, clients=CLIENTS, seconds=40)
def dev_certs(test):
    """Certificates of `martlet tls dev-certs` are good for both sides; Java takes the PKCS12 stores too."""
    mapping = "RULE:^CN=(.*?),.*$/$1/,DEFAULT"
    with secured(test, dev_certs=True, ssl_client_auth="required", ssl_principal_mapping_rules=mapping) as world:
        topic = test.topic(partitions=1)
        world.exchange(topic, numbered(20), certificate="client")
        world.refused(topic, "a client without a certificate")
        if test.client_name == "java":
            stores = {"security_protocol": "SSL"}
            for kind, name in (("truststore", "trust"), ("keystore", "client")):
                stores |= {
                    f"ssl_{kind}_type": "PKCS12", f"ssl_{kind}_location": str(world.pki / f"{name}.p12"),
                    f"ssl_{kind}_password": PASSWORD,
                }
            again = test.topic(partitions=1)
            adapter = world.adapter()
            test.produce(again, numbered(20), adapter=adapter, **stores)
            test.same_records(test.read_all(again, 20, adapter=adapter, **stores), numbered(20))


@scenario("tls-client-certificates", broker=OWN, clients=CLIENTS, seconds=60)
def client_certificates(test):
    """Where certificates are required, a trusted one is let in; none, another authority's and a revoked one are not."""
    with secured(test, "MUTUAL", listener_name_mutual_ssl_client_auth="required") as world:
        world.test.broker.stop()
        world.test.broker.overrides["listener.name.mutual.martlet.ssl.crl.location"] = str(world.pki / "ca.crl")
        world.test.broker.start()
        topic = test.topic(partitions=1)
        world.exchange(topic, numbered(20), listener="MUTUAL", certificate="client")
        for name in ("revoked", "stranger", None):
            world.refused(topic, f"a client with the certificate {name}", listener="MUTUAL", certificate=name)
        # Only the first ones are sure to be in the log: of lines that outsiders cause, a few are written in a while.
        test.true("certificate revoked" in world.log(), "the log does not say what became of the revoked certificate")


@scenario("tls-wrong-authority", broker=OWN, clients=CLIENTS, seconds=40)
def wrong_authority(test):
    """A client that does not know the broker's authority stays away, and the broker says why."""
    with secured(test) as world:
        topic = test.topic(partitions=1)
        world.refused(topic, "a client of another authority", authority="other")
        test.eventually(lambda: "TLS handshake failed" in world.log(), "a log line about the failed handshake")


@scenario("tls-wrong-host", broker=OWN, clients=CLIENTS, seconds=40)
def wrong_host(test):
    """A certificate of the right authority for another host: every client, with its default settings, stays away."""
    with secured(test) as world:
        topic = test.topic(partitions=1)
        world.exchange(topic, numbered(3))
        test.broker.stop()
        test.broker.overrides["ssl.keystore.location"] = str(world.pki / "elsewhere.store.pem")
        test.broker.start()
        check = ("-CAfile", str(world.pki / "ca.pem"), "-verify_hostname", "localhost")
        test.eventually(lambda: "hostname mismatch" in world.s_client(*check), "a certificate for another host")
        world.refused(topic, "a client that was sent to another host")
        test.equal(len(test.read_all(topic, 3, adapter=test.helper)), 3, "records, of which none came over the wrong host")


@scenario("tls-s-client", broker=OWN, clients=("kcat",), seconds=30)
def s_client(test):
    """Versions, suites, resumption, chains and renegotiation as openssl s_client sees them."""
    with secured(test, "SSL", "OLD", "MUTUAL", listener_name_old_ssl_enabled_protocols="TLSv1.2",
                 listener_name_mutual_ssl_client_auth="required") as world:
        trust = ("-CAfile", str(world.pki / "ca.pem"))
        for version in ("-tls1_2", "-tls1_3"):
            said = world.s_client(version, *trust)
            test.true("Verify return code: 0 (ok)" in said, f"{version}: {said[-500:]}")
        test.true("protocol version" in world.s_client("-tls1_1", *trust, "-cipher", "ALL@SECLEVEL=0"), "TLS 1.1 served")
        test.true("protocol version" in world.s_client("-tls1_3", *trust, listener="OLD"), "TLS 1.3 on a listener without it")
        ticket = str(world.pki / "session")
        world.s_client("-tls1_2", *trust, "-sess_out", ticket)
        test.true("Reused, TLSv1.2" in world.s_client("-tls1_2", *trust, "-sess_in", ticket), "session not taken up")
        said = world.s_client("-tls1_2", *trust, text="R\n")
        test.true("no renegotiation" in said or "RENEGOTIATING" in said and "error" in said, f"renegotiation: {said[-400:]}")
        said = world.s_client(*trust, "-cert", str(world.pki / "client.pem"), "-key", str(world.pki / "client.key"),
                              listener="MUTUAL")
        test.true("CN = Test Authority" in said.split("Acceptable client certificate CA names")[-1], "authorities not named")
        with socket.create_connection(("127.0.0.1", world.ports["SSL"])) as plain:
            plain.sendall(b"GET / HTTP/1.1\r\n\r\n")
            test.equal(plain.recv(100), b"", "answer to HTTP")
        test.eventually(lambda: "an HTTP client connected" in world.log(), "a log line about HTTP")


@scenario("tls-attackers", broker=OWN, clients=("kcat",), seconds=40)
def attackers(test):
    """Peers that are silent, stop half way or send random bytes are closed in time while a client is served."""
    with secured(test, martlet_ssl_handshake_timeout_ms="2000") as world:
        hello = client_hello()
        kinds = {"silent": b"", "half": hello[: len(hello) // 2], "random": b"\x16\x03\x01" + bytes(range(200)), "hello": hello}
        peers = []
        began = time.monotonic()
        for number in range(400):
            kind = list(kinds)[number % len(kinds)]
            peer = socket.create_connection(("127.0.0.1", world.ports["SSL"]))
            if kinds[kind]:
                peer.sendall(kinds[kind])
            peers.append((kind, peer))
        topic = test.topic(partitions=1)
        world.exchange(topic, numbered(100))
        for kind, peer in peers:
            peer.settimeout(max(0.5, began + 15 - time.monotonic()))
            try:
                while peer.recv(4096):
                    pass
            except ConnectionResetError:
                pass
            except TimeoutError:
                raise Failed(f"a peer that was {kind} is still connected") from None
            peer.close()


def client_hello():
    """The first bytes of a TLS client."""
    incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
    client = ssl.create_default_context().wrap_bio(incoming, outgoing, server_hostname="localhost")
    with contextlib.suppress(ssl.SSLWantReadError):
        client.do_handshake()
    return outgoing.read()


@scenario("tls-rotation", broker=OWN, clients=("confluent",), seconds=150)
def rotation(test):
    """A hundred new certificates while clients produce: no request fails, and new connections see the new chain."""
    with secured(test) as world:
        topic = test.topic(partitions=1)
        store = world.pki / "live.pem"
        swap(world, store, "server")
        test.broker.stop()
        test.broker.overrides["ssl.keystore.location"] = str(store)
        test.broker.start()
        stop = threading.Event()
        failures, sent = [], [0]

        def produce(adapter):
            producer = test.producer(adapter, **world.config())
            while not stop.is_set():
                results = producer.try_send(topic, [Record(None, b"x" * 100, partition=0) for _ in range(50)])
                failures.extend(one["error"] for one in results if "error" in one)
                sent[0] += len(results)

        threads = [threading.Thread(target=produce, args=(world.adapter(),)) for _ in range(2)]
        for thread in threads:
            thread.start()
        try:
            for number in range(100):
                name = ("renewed", "server")[number % 2]
                swap(world, store, name)
                test.broker.reload()
                test.eventually(lambda: served_name(world) == name, f"certificate {number} is served", seconds=5, pause=0.02)
        finally:
            stop.set()
            for thread in threads:
                thread.join()
        test.equal(failures, [], "failed records")
        test.true(sent[0] > 0, "nothing was produced")
        count = len(test.read_all(topic, sent[0], adapter=world.adapter(), **world.config()))
        test.equal(count, sent[0], "records read back")
        store.write_text("broken")
        test.eventually(lambda: "those from before stay in use" in world.log(), "a log line about the broken file")
        test.equal(served_name(world), "server", "certificate after a broken file")


def swap(world, store, name):
    """Puts another certificate in place, as a careful operator does."""
    fresh = store.with_suffix(".new")
    fresh.write_bytes((world.pki / f"{name}.store.pem").read_bytes())
    fresh.rename(store)


def served_name(world):
    """The common name of the certificate that a new connection gets."""
    context = ssl.create_default_context(cafile=str(world.pki / "ca.pem"))
    context.check_hostname = False
    with socket.create_connection(("127.0.0.1", world.ports["SSL"]), timeout=10) as plain, \
            context.wrap_socket(plain) as secure:
        subject = secure.getpeercert()["subject"]
        return next(value for part in subject for name, value in part if name == "commonName")

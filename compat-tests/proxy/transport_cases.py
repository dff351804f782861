"""Field cases about connections: other protocols, slow and vanishing sides, order, certificates."""

import os
import pathlib
import signal
import socket
import ssl
import struct
import subprocess
import tempfile
import threading
import time

from case_support import Wrong, case, check, equal, produce
from harness.broker import binary
from scripted import (
    API_VERSIONS, FETCH, METADATA, PRODUCE, Client, ProxyUnderTest, Upstream, encode, eventually, framed, receive, until)


ROOT = pathlib.Path(__file__).resolve().parents[2]


@case(17, "TLS where plaintext is spoken, and the reverse, is said in one line")
def tls_confusion():
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    upstream = Upstream()
    with ProxyUnderTest(f"127.0.0.1:{upstream.port}") as proxy:
        try:
            with socket.create_connection(("127.0.0.1", proxy.port), timeout=10) as plain:
                context.wrap_socket(plain)
            raise Wrong("a TLS client was served on a plaintext port")
        except OSError:
            pass
        check(eventually(lambda: proxy.lines("a TLS client connected to a plaintext listener")), "a TLS client is named")

    def alert(connection):
        connection.recv(65536)
        connection.sendall(b"\x15\x03\x03\x00\x02\x02\x46")

    tls = Upstream(raw=alert)
    with ProxyUnderTest(f"127.0.0.1:{tls.port}") as proxy, Client(proxy.port) as client:
        client.send(API_VERSIONS, 3, {})
        check(client.ends(), "the client's connection ends when the broker answers with a TLS alert")
        check(eventually(lambda: proxy.lines("its listener wants TLS")), f"one line says so: {proxy.text()}")
        check(proxy.resident() < 60_000, "and no memory was taken for its 352 million bytes")
        hostile = [line for line in proxy.text().splitlines() if "352" in line or "369296" in line]
        equal(hostile, [], "no line speaks of sizes")


@case(18, "half a frame, one byte at a time and silence end; a length beyond the limit ends at once")
def slow_clients():
    upstream = Upstream()
    settings = {"martlet.frame.timeout.ms": 1500, "connections.max.idle.ms": 3000, "socket.request.max.bytes": 1_000_000}
    with ProxyUnderTest(f"127.0.0.1:{upstream.port}", settings) as proxy:
        before = time.monotonic()
        with Client(proxy.port) as small, Client(proxy.port) as large, Client(proxy.port) as dripping, Client(proxy.port) as silent:
            small.socket.sendall(struct.pack(">ihh", 500, PRODUCE, 9))
            large.socket.sendall(framed(produce(50_000, acks=1))[:30_000])
            frame = framed(encode(METADATA, 12, "request", 1, {"topics": None}))
            ended = None
            for position in range(len(frame) - 1):
                try:
                    dripping.socket.sendall(frame[position:position + 1])
                except OSError:
                    ended = time.monotonic()
                    break
                time.sleep(0.2)
            check(ended is not None, "a frame that comes byte by byte is not waited for")
            for client, name in ((small, "half a frame"), (large, "half of a frame that has begun to pass"), (silent, "silence")):
                check(client.ends(), f"{name} ends")
            check(time.monotonic() - before < 15, "in time")
        check(proxy.lines("did not arrive whole within martlet.frame.timeout.ms"), "a line says why")
        with Client(proxy.port) as client:
            client.socket.sendall(struct.pack(">ihh", 1_000_001, PRODUCE, 9))
            check(client.ends(), "a length beyond socket.request.max.bytes ends")
        check(eventually(lambda: len(upstream.connections) - upstream.ended <= 1), "the connections behind end as well")


def flood(served):
    """Sends a large answer as far as it is taken."""
    def send(connection):
        connection.recv(65536)
        total = 300_000_000
        connection.settimeout(4)
        try:
            connection.sendall(struct.pack(">ii", total + 4, 1))
            while sum(served) < total:
                served.append(connection.send(bytes(1 << 20)))
        except OSError:
            pass
    return send


@case(19, "who does not take its bytes stops the other side, with bounded memory, and nothing is left behind")
def back_pressure():
    stalled, served = [], []

    # Large requests to a broker that reads nothing.
    over = threading.Event()
    upstream = Upstream(raw=lambda connection: until(
        upstream, PRODUCE, connection, lambda one: (stalled.append(one), over.wait(30))))
    with ProxyUnderTest(f"127.0.0.1:{upstream.port}") as proxy:
        before, files = proxy.resident(), proxy.files()
        with Client(proxy.port) as client:
            client.socket.settimeout(2)
            sent, frame = 0, framed(produce(8_000_000, acks=1))
            try:
                while sent < 200_000_000:
                    sent += client.socket.send(frame[sent % len(frame):][:1 << 20])
            except TimeoutError:
                pass
            check(sent < 40_000_000, f"the client is stopped: {sent} bytes were taken")
            check(proxy.resident() - before < 20_000, f"memory is bounded: {proxy.resident() - before} KiB more")
        equal(len(stalled), 1, "requests that a broker does not read")
        over.set()
        check(eventually(lambda: proxy.files() <= files), f"no connection is left: {proxy.files()} files, {files} before")
    # A large answer to a client that reads nothing.
    upstream = Upstream(raw=lambda connection: until(upstream, FETCH, connection, flood(served)))
    with ProxyUnderTest(f"127.0.0.1:{upstream.port}") as proxy:
        before, files = proxy.resident(), proxy.files()
        with Client(proxy.port) as client:
            client.send(FETCH, 12, {"maxWaitMs": 0, "minBytes": 0, "topics": []})
            time.sleep(3)
            check(sum(served) < 40_000_000, f"the broker is stopped: {sum(served)} bytes were taken")
            check(proxy.resident() - before < 20_000, f"memory is bounded: {proxy.resident() - before} KiB more")
        check(eventually(lambda: proxy.files() <= files), f"no connection is left: {proxy.files()} files, {files} before")


@case(19, "a client of TLS that does not take its bytes stops the broker as well")
def back_pressure_over_tls():
    served = []

    upstream = Upstream(raw=lambda connection: until(upstream, FETCH, connection, flood(served)))
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    with tempfile.TemporaryDirectory() as directory:
        subprocess.run([str(ROOT / "tools" / "test-pki"), directory], check=True, stdout=subprocess.DEVNULL)
        settings = {"ssl.keystore.type": "PEM", "ssl.keystore.location": f"{directory}/server.store.pem"}
        with ProxyUnderTest(f"127.0.0.1:{upstream.port}", settings, listeners="SSL://127.0.0.1:{port}") as proxy:
            before = proxy.resident()
            with socket.create_connection(("127.0.0.1", proxy.port), timeout=10) as plain:
                with context.wrap_socket(plain) as client:
                    client.sendall(framed(encode(FETCH, 12, "request", 1, {"maxWaitMs": 0, "minBytes": 0, "topics": []})))
                    time.sleep(3)
                    check(sum(served) < 40_000_000, f"the broker is stopped: {sum(served)} bytes were taken")
                    check(proxy.resident() - before < 20_000, f"memory is bounded: {proxy.resident() - before} KiB more")
                    received = 0
                    while received < 60_000_000 and (piece := client.recv(1 << 20)):
                        received += len(piece)
                    check(received >= 60_000_000, f"and goes on when the client does: {received} bytes came")


@case(19, "a broker that closes with a request open takes nothing back that it has answered")
def last_words():
    whole, half = os.urandom(2_000_000), os.urandom(40_000)
    words = []  # what the broker says before it closes, behind two requests

    def speak(connection):
        for _ in range(2):
            upstream.take(connection, struct.unpack(">i", upstream.take(connection, 4))[0])
        connection.sendall(words[-1])

    upstream = Upstream(raw=lambda connection: until(upstream, FETCH, connection, speak))
    answer = framed(struct.pack(">i", 1) + whole)
    with ProxyUnderTest(f"127.0.0.1:{upstream.port}") as proxy:
        # Nothing, the beginning of an answer, and one that cannot be read; what of that arrives.
        for rest, kept in ((b"", True), (struct.pack(">ii", 80_004, 2) + half, True), (framed(b"\0\0\0\2what"), False)):
            words.append(answer + rest)
            expected = answer + (rest if kept else b"")
            with Client(proxy.port) as client:
                client.send(FETCH, 12, {"maxWaitMs": 0, "minBytes": 0, "topics": []})
                client.send(*(FETCH, 12, {"maxWaitMs": 0, "minBytes": 0, "topics": []}) if kept else (METADATA, 12, {}))
                # Long enough for the broker to be gone, and then slowly.
                time.sleep(1)
                got = bytearray()
                while len(got) < len(expected) and (piece := receive(client.socket, min(50_000, len(expected) - len(got)))):
                    got += piece
                    time.sleep(0.01)
                check(bytes(got) == expected, f"{len(got)} of {len(expected)} bytes came")
                check(client.ends(), "and then the connection ends")
        check(eventually(lambda: len(proxy.lines("closed the connection before it answered")) == 2), "a line says why")


@case(19, "connections that end in the middle of anything leave nothing behind")
def early_ends():
    upstream = Upstream()
    upstream.answers[12] = None
    with ProxyUnderTest(f"127.0.0.1:{upstream.port}") as proxy:
        with Client(proxy.port) as client:
            client.ask(API_VERSIONS, 3, {})
        check(eventually(lambda: upstream.ended >= len(upstream.connections) - 1), "the first is gone")
        before = proxy.files()
        half = framed(produce(500_000, acks=1))
        for number in range(60):
            client = Client(proxy.port)
            if number % 4 == 0:
                client.socket.sendall(half[:300_000])
            elif number % 4 == 1:
                client.send(12, 4, {"groupId": "g", "memberId": "m"})
                check(client.ends(), "a client is told when the broker ends its connection")
            elif number % 4 == 2:
                client.send(METADATA, 12, {"topics": None})
            client.socket.close()
        check(eventually(lambda: proxy.files() <= before), f"files: {before} before, {proxy.files()} after")
        check(eventually(lambda: len(upstream.connections) - upstream.ended <= 1),
              f"connections to the broker: {len(upstream.connections) - upstream.ended} left")


@case(20, "an idle connection that the broker closes is no error for the client")
def idle_close():
    upstream = Upstream()
    with ProxyUnderTest(f"127.0.0.1:{upstream.port}") as proxy, Client(proxy.port) as client:
        for _ in range(3):
            body = client.ask(METADATA, 12, {"topics": None})
            equal(body["brokers"][0]["port"], proxy.base + 1, "an answer")
            for connection in upstream.connections:
                try:
                    connection.shutdown(socket.SHUT_RDWR)
                except OSError:
                    pass
            time.sleep(0.3)
        client.socket.sendall(framed(produce(500_000, acks=1, correlation=99)))
        upstream.answers[PRODUCE] = {"responses": []}
        equal(struct.unpack_from(">i", client.frame())[0], 99, "a large request as well")


@case(21, "answers come in the order of requests, and Produce with acks=0 has none")
def order():
    upstream = Upstream()
    upstream.answers[PRODUCE] = lambda version, frame: "nothing" if frame[12:14] == b"\x00\x00" else {"responses": []}
    upstream.answers[12] = b"h" * 40
    with ProxyUnderTest(f"127.0.0.1:{upstream.port}") as proxy, Client(proxy.port) as client:
        expected, number = [], 1
        for _ in range(30):
            for make in (
                    lambda n: encode(12, 4, "request", n, {"groupId": "g", "memberId": "m"}),
                    lambda n: produce(100_000, acks=0, correlation=n),
                    lambda n: encode(METADATA, 12, "request", n, {"topics": None}),
                    lambda n: struct.pack(">hhih", API_VERSIONS, 77, n, -1) + b"\x00",
                    lambda n: produce(30_000, acks=1, correlation=n),
                    lambda n: produce(10, acks=0, correlation=n)):
                request = make(number)
                if not (struct.unpack_from(">h", request)[0] == PRODUCE and struct.unpack_from(">h", request, 12)[0] == 0):
                    expected.append(number)
                client.socket.sendall(framed(request))
                number += 1
        got = [struct.unpack_from(">i", client.frame() or b"\xff" * 4)[0] for _ in expected]
        equal(got, expected, "the order")
        check(eventually(lambda: sum(one[0] == PRODUCE for one in upstream.seen) == 90), "what wants no answer arrives as well")
        whole = [one[3] for one in upstream.seen if one[0] == PRODUCE and len(one[3]) > 90_000]
        equal(whole[0], produce(100_000, acks=0, correlation=2), "and as it was sent")


@case(21, "who is held back with the beginning of a request is not closed for it")
def held_back():
    over = threading.Event()

    def stall(connection):
        over.wait(30)
        while upstream.answer(connection):
            pass

    upstream = Upstream(raw=lambda connection: until(upstream, 12, connection, stall))
    with ProxyUnderTest(f"127.0.0.1:{upstream.port}", {"martlet.frame.timeout.ms": 500}) as proxy:
        with Client(proxy.port) as client:
            # As many as may be open (martlet.max.in.flight.requests.per.connection), and the beginning of one more.
            frames = [framed(encode(12, 4, "request", 0, {"groupId": "g", "memberId": "m"})) for _ in range(257)]
            frames = [frame[:8] + struct.pack(">i", number) + frame[12:] for number, frame in enumerate(frames)]
            client.socket.sendall(b"".join(frames[:256]) + frames[256][:10])
            time.sleep(2)
            over.set()
            client.socket.sendall(frames[256][10:])
            got = [struct.unpack_from(">i", client.frame() or b"\xff" * 4)[0] for _ in range(257)]
            equal(got, [*range(257)], "the answers, when the broker goes on")


@case(22, "certificates are taken up anew without a restart, and an untrusted client certificate is refused")
def certificates():
    def context(trusted, mine=None):
        made = ssl.create_default_context(cafile=trusted / "ca.pem")
        made.check_hostname = False
        if mine:
            made.load_cert_chain(mine / "client.pem", mine / "client.key")
        return made

    def served(proxy, made):
        try:
            with socket.create_connection(("127.0.0.1", proxy.port), timeout=10) as plain, made.wrap_socket(plain) as secure:
                secure.sendall(framed(encode(API_VERSIONS, 3, "request", 1, {})))
                return len(receive(secure, 8)) == 8
        except OSError:
            return False

    with tempfile.TemporaryDirectory() as directory:
        first, second, used = (pathlib.Path(directory) / name for name in ("first", "second", "used"))
        for folder in (first, second):
            subprocess.run([binary(), "tls", "dev-certs", "--out", folder], check=True, capture_output=True)
        used.mkdir()

        def use(folder):
            for name in ("server.store.pem", "ca.pem"):
                (used / name).write_bytes((folder / name).read_bytes())

        use(first)
        settings = {
            "ssl.keystore.type": "PEM", "ssl.keystore.location": used / "server.store.pem", "ssl.truststore.type": "PEM",
            "ssl.truststore.location": used / "ca.pem", "ssl.client.auth": "requested"}
        upstream = Upstream()
        with ProxyUnderTest(f"127.0.0.1:{upstream.port}", settings, "SSL://127.0.0.1:{port}") as proxy:
            check(served(proxy, context(first)) and served(proxy, context(first, first)), "clients with and without certificate")
            check(not served(proxy, context(first, second)), "one whose certificate is of another authority is refused")
            check(eventually(lambda: proxy.lines("TLS handshake failed")), "in one line of the log")
            with socket.create_connection(("127.0.0.1", proxy.port), timeout=10) as plain:
                plain.sendall(framed(encode(API_VERSIONS, 3, "request", 1, {})))
                check(receive(plain, 1) in (b"", b"\x15"), "a client without TLS is refused")
            check(eventually(lambda: proxy.lines("a client without TLS connected to a listener with TLS")), "and named")
            use(second)
            proxy.process.send_signal(signal.SIGHUP)
            check(eventually(lambda: served(proxy, context(second, second))), "the new certificates are used")
            check(not served(proxy, context(second, first)) and not served(proxy, context(first)), "and the old ones no more")
            check(len(proxy.lines("listening (")) == 1, "without a restart")

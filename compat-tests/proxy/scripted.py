"""A broker of which a test says what it answers, a proxy in front of it, and connections that see bytes as they are."""

import contextlib
import functools
import json
import os
import signal
import socket
import struct
import subprocess
import tempfile
import threading
import time
from pathlib import Path

from harness.broker import binary, free_port

PRODUCE, FETCH, METADATA, FIND_COORDINATOR, API_VERSIONS, SASL_HANDSHAKE = 0, 1, 3, 10, 18, 17
NAMES = {0: "Produce", 1: "Fetch", 2: "ListOffsets", 3: "Metadata", 10: "FindCoordinator", 12: "Heartbeat", 16: "ListGroups",
         17: "SaslHandshake", 18: "ApiVersions", 36: "SaslAuthenticate", 60: "DescribeCluster", 78: "ShareFetch", 79: "ShareAcknowledge"}
WAIT_SECONDS = 20


@functools.lru_cache(maxsize=None)
def wire(verb, name, version, kind, text):
    command = [binary(), "wire", verb, "--api", name, "--version", str(version), "--kind", kind, "--header", "-"]
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=False, timeout=WAIT_SECONDS)
    if done.returncode:
        raise ValueError(f"{verb} {name} {version} {kind}: {done.stderr.strip()} {text[:200]}")
    return done.stdout


def encode(api, version, kind, correlation, body):
    """A frame without its length."""
    header = {"correlationId": correlation} | ({"clientId": "case"} if kind == "request" else {})
    return bytes.fromhex(wire("encode", NAMES[api], version, kind, json.dumps({"header": header, "body": body})).strip())


def decode(api, version, kind, frame):
    """The body of a frame without its length."""
    return json.loads(wire("decode", NAMES[api], version, kind, frame.hex()))["body"]


def framed(payload):
    return struct.pack(">i", len(payload)) + payload


def receive(connection, size):
    """So many bytes; fewer where the connection ends."""
    data = bytearray()
    while len(data) < size:
        try:
            piece = connection.recv(min(1 << 20, size - len(data)))
        except ConnectionError:
            break
        if not piece:
            break
        data += piece
    return bytes(data)


def eventually(condition, seconds=WAIT_SECONDS):
    deadline = time.monotonic() + seconds
    while not (value := condition()):
        if time.monotonic() > deadline:
            return value
        time.sleep(0.02)
    return value


class Upstream:
    """Answers ApiVersions and Metadata, and else what `answers` says: a function of version and body, or a body.

    A body of bytes is sent as it is, behind the correlation id; None ends the connection, a float waits so long first.
    """

    VERSIONS = {0: (0, 13), 1: (4, 18), 2: (1, 10), 3: (0, 13), 10: (0, 6), 12: (0, 4), 16: (0, 5), 17: (0, 1), 18: (0, 4),
                60: (0, 2), 78: (1, 2), 79: (1, 2)}

    def __init__(self, nodes=None, versions=None, raw=None, port=0):
        self.raw = raw  # serves a connection in place of all else
        self.listener = socket.create_server(("127.0.0.1", port), backlog=4096)
        self.port = self.listener.getsockname()[1]
        self.nodes = nodes or {1: ("127.0.0.1", self.port)}
        self.versions = dict(versions or self.VERSIONS)
        self.answers = {}
        self.seen = []  # (api, version, correlation id, frame without its length)
        self.received = 0  # bytes of all connections
        self.connections = []
        self.ended = 0
        self.lock = threading.Lock()
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        with contextlib.suppress(OSError):
            while True:
                connection, _ = self.listener.accept()
                connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                self.connections.append(connection)
                threading.Thread(target=self.serve, args=(connection,), daemon=True).start()

    def serve(self, connection):
        with contextlib.suppress(OSError, ValueError):
            if self.raw:
                self.raw(connection)
            else:
                while self.answer(connection):
                    pass
        with self.lock:
            self.ended += 1
        connection.close()

    def take(self, connection, size):
        data = bytearray()
        while len(data) < size:
            piece = connection.recv(min(65536, size - len(data)))
            if not piece:
                return None
            self.received += len(piece)
            data += piece
        return bytes(data)

    def answer(self, connection):
        head = self.take(connection, 4)
        if head is None:
            return False
        frame = self.take(connection, struct.unpack(">i", head)[0])
        if frame is None:
            return False
        api, version, correlation = struct.unpack_from(">hhi", frame)
        self.seen.append((api, version, correlation, frame))
        body = self.answers.get(api, self.usual(api))
        if callable(body):
            body = body(version, frame)
        if isinstance(body, float):
            time.sleep(body)
            body = self.usual(api)
        if body is None:
            return False
        if body == "nothing":
            return True
        if not isinstance(body, bytes):
            connection.sendall(framed(encode(api, version, "response", correlation, body)))
        else:
            connection.sendall(framed(struct.pack(">i", correlation) + body))
        return True

    def usual(self, api):
        if api == API_VERSIONS:
            keys = [{"apiKey": key, "minVersion": low, "maxVersion": high} for key, (low, high) in self.versions.items()]
            return {"errorCode": 0, "apiKeys": keys}
        if api == METADATA:
            return {"brokers": self.brokers(), "topics": []}
        return {}

    def brokers(self, id_name="nodeId"):
        return [{id_name: node, "host": host, "port": port} for node, (host, port) in self.nodes.items()]

    def close(self):
        self.listener.close()
        for connection in self.connections:
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)


def until(upstream, api, connection, then):
    """Answers as usual until a request of that API comes."""
    while len(head := connection.recv(6, socket.MSG_PEEK | socket.MSG_WAITALL)) == 6:
        if struct.unpack_from(">h", head, 4)[0] == api:
            return then(connection)
        if not upstream.answer(connection):
            break


class ProxyUnderTest:
    """A proxy; `base` is the port of broker 0, which no broker has."""

    def __init__(self, upstream, overrides=None, listeners="PLAINTEXT://127.0.0.1:{port}", nodes=3, port=None, waits=True):
        self.port = port or free_port()
        self.base = (overrides or {}).get("martlet.proxy.node.port.base") or self.free_ports(nodes)
        self.log = Path(tempfile.mkstemp(prefix="martlet-proxy-", suffix=".log")[1])
        settings = {"listeners": listeners.format(port=self.port), "martlet.proxy.node.port.base": self.base,
                    "martlet.proxy.connect.timeout.ms": 2000, "martlet.proxy.metadata.refresh.ms": 300, **(overrides or {})}
        command = [str(binary()), "proxy", "--upstream", upstream]
        for key, value in settings.items():
            command += ["--override", f"{key}={value}"]
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        if waits and not eventually(lambda: "listening (" in self.text() or self.process.poll() is not None):
            raise RuntimeError(f"the proxy did not start: {self.text()}")

    @staticmethod
    def free_ports(count):
        while True:
            base = free_port() - 1
            with contextlib.ExitStack() as stack:
                try:
                    for node in range(1, count + 1):
                        stack.enter_context(socket.socket()).bind(("127.0.0.1", base + node))
                    return base
                except OSError:
                    continue

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()

    def text(self):
        return self.log.read_text(errors="replace")

    def lines(self, part):
        return [line for line in self.text().splitlines() if part in line]

    def files(self):
        return len(os.listdir(f"/proc/{self.process.pid}/fd"))

    def resident(self):
        """In KiB."""
        with open(f"/proc/{self.process.pid}/status") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmRSS:"))

    def stop(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        try:
            code = self.process.wait(WAIT_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            code = -9
        self.log.unlink(missing_ok=True)
        return code


class Client:
    """A connection to a port of this host."""

    def __init__(self, port, timeout=WAIT_SECONDS, host="127.0.0.1"):
        self.socket = socket.create_connection((host, port), timeout=timeout)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.correlation = 0

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()

    def send(self, api, version, body):
        self.correlation += 1
        self.socket.sendall(framed(encode(api, version, "request", self.correlation, body)))
        return self.correlation

    def frame(self):
        """The next frame without its length; None where the connection has ended."""
        head = receive(self.socket, 4)
        if len(head) < 4:
            return None
        size = struct.unpack(">i", head)[0]
        frame = receive(self.socket, size)
        return frame if len(frame) == size else None

    def raw(self, api, version, body):
        """The frame of the answer."""
        self.send(api, version, body)
        return self.frame()

    def ask(self, api, version, body):
        """The body of the answer; None where the connection ended."""
        frame = self.raw(api, version, body)
        return None if frame is None else decode(api, version, "response", frame)

    def ends(self):
        """Whether the other side ends the connection, and sends nothing more."""
        try:
            return self.socket.recv(1) == b""
        except ConnectionError:
            return True
        except TimeoutError:
            return False

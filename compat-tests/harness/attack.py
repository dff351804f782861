"""Many connections at once, from a plain epoll loop; and a client beside them that wants to be served."""

import collections
import errno
import itertools
import resource
import select
import socket
import struct
import threading
import time

from harness import wire
from harness.malformed import attacks, whole_frames

ATTACKERS = 2  # processes
AT_ONCE = 48  # connections of each
PATIENCE = 5.0  # seconds that the broker has to end or answer a connection it must not ignore
LARGEST = struct.pack(">i", 104_857_600)
RESET_ON_CLOSE = struct.pack("ii", 1, 0)
# Addresses to come from, so that ports in TIME_WAIT do not run out.
SOURCES = [f"127.0.0.{last}" for last in range(2, 34)]


class Attack:
    """One connection of the storm."""

    __slots__ = ("deadline", "kind", "socket", "waits")

    def __init__(self, kind, connection, waits):
        self.kind = kind
        self.socket = connection
        self.waits = waits
        self.deadline = time.monotonic() + PATIENCE


def open_attack(port, source, kind, data, waits):
    """Connects and sends; the handshake on loopback does not block for long."""
    connection = socket.socket()
    connection.setsockopt(socket.IPPROTO_IP, 24, 1)  # IP_BIND_ADDRESS_NO_PORT
    connection.bind((source, 0))
    connection.settimeout(PATIENCE)
    connection.connect(("127.0.0.1", port))
    connection.setblocking(False)
    if not waits:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET_ON_CLOSE)
    try:
        connection.send(data)
    except (BrokenPipeError, ConnectionResetError):
        pass  # already ended by the broker, which is seen when reading
    return Attack(kind, connection, waits)


def outcome(attack):
    """What the broker did, read from a readable socket; None when nothing is to be told yet."""
    try:
        data = attack.socket.recv(4096)
    except BlockingIOError:
        return None
    except OSError as failure:
        return "reset" if failure.errno in (errno.ECONNRESET, errno.EPIPE) else "refused"
    return "answered" if data else "closed"


def storm(port, seed, count):
    """Opens `count` connections, AT_ONCE at a time, and counts (kind, outcome)."""
    totals = collections.Counter()
    sources = itertools.cycle(SOURCES)
    poll = select.epoll()
    live = {}
    source = attacks(seed)
    opened = 0

    def finish(number, told):
        attack = live.pop(number)
        totals[attack.kind, told] += 1
        poll.unregister(number)
        attack.socket.close()

    while opened < count or live:
        while opened < count and len(live) < AT_ONCE:
            kind, data, waits = next(source)
            opened += 1
            try:
                attack = open_attack(port, next(sources), kind, data, waits)
            except OSError:
                totals[kind, "refused"] += 1
                continue
            if waits:
                live[attack.socket.fileno()] = attack
                poll.register(attack.socket, select.EPOLLIN)
            else:
                totals[kind, "left"] += 1
                attack.socket.close()
        for number, _ in poll.poll(0.05):
            told = outcome(live[number])
            if told:
                finish(number, told)
        now = time.monotonic()
        for number in [number for number, attack in live.items() if attack.deadline < now]:
            finish(number, "ignored")
    return totals


def slow_frames(port, count, seconds):
    """`count` connections at once that send a frame one byte a second, every other one claiming 100 MB, the most allowed;
    returns how many the broker ended, and when the last."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, max(soft, count + 200)), hard))
    frames = [frame for frame in whole_frames() if len(frame) > seconds]
    connections = {}
    for one in range(count):
        attack = open_attack(port, SOURCES[one % len(SOURCES)], "slow", b"", True)
        frame = frames[one % len(frames)]
        connections[attack.socket] = LARGEST + frame[4:] if one % 2 else frame
    began = time.monotonic()
    last = 0.0
    for step in range(seconds):
        for connection, frame in list(connections.items()):
            if ended_by_broker(connection, frame[step : step + 1]):
                connection.close()
                del connections[connection]
                last = time.monotonic() - began
        if not connections:
            break
        time.sleep(max(0, began + step + 1 - time.monotonic()))
    for connection in connections:
        connection.close()
    return count - len(connections), last


def ended_by_broker(connection, byte):
    """Sends a byte unless the broker has closed."""
    try:
        if connection.recv(64) == b"":
            return True
    except BlockingIOError:
        pass
    except OSError:
        return True
    try:
        connection.send(byte)
    except OSError:
        return True
    return False


class Control(threading.Thread):
    """A well-behaved client: asks on a connection that it keeps and on new ones, and notes how long answers take."""

    def __init__(self, port):
        super().__init__(daemon=True)
        self.port = port
        self.answered = 0
        self.worst = 0.0
        self.failure = None
        self.stopping = threading.Event()

    def run(self):
        try:
            with wire.Connection(self.port, timeout=20) as kept:
                while not self.stopping.wait(0.05):
                    self.timed(kept.metadata_of_nothing)
                    self.timed(self.ask_anew)
        except (OSError, wire.WireFailure) as failure:
            self.failure = repr(failure)

    def ask_anew(self):
        with wire.Connection(self.port, timeout=20) as connection:
            connection.api_versions()

    def timed(self, ask):
        began = time.monotonic()
        ask()
        self.worst = max(self.worst, time.monotonic() - began)
        self.answered += 1

    def stop(self):
        self.stopping.set()
        self.join(25)

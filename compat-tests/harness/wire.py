"""Just enough of the protocol for the driver itself: is the broker there, and what do the stored batches look like.

It is a second opinion beside the clients, so it shares no code with the broker or with any client.
"""

import dataclasses
import socket
import struct

CODECS = ("none", "gzip", "snappy", "lz4", "zstd")
BATCH_HEAD = 61


class WireFailure(Exception):
    """The broker closed the connection or answered with what is no answer."""


@dataclasses.dataclass(frozen=True)
class Batch:
    """The head of a record batch as the broker serves it."""

    base_offset: int
    count: int
    codec: str
    append_time: bool
    producer_id: int
    producer_epoch: int
    base_sequence: int


def string(text):
    """A classic nullable string."""
    if text is None:
        return struct.pack(">h", -1)
    data = text.encode()
    return struct.pack(">h", len(data)) + data


def request_header(api, version, correlation, client="compat"):
    """Request header version 1."""
    return struct.pack(">hhi", api, version, correlation) + string(client)


def frame(payload):
    return struct.pack(">i", len(payload)) + payload


def batches(data):
    """The heads of the whole batches in a piece of a log."""
    result = []
    at = 0
    while at + BATCH_HEAD <= len(data):
        base, length = struct.unpack_from(">qi", data, at)
        if at + 12 + length > len(data):
            break
        attributes, _, _, _, producer, epoch, sequence, count = struct.unpack_from(">hiqqqhii", data, at + 21)
        result.append(Batch(base, count, CODECS[attributes & 7], bool(attributes & 8), producer, epoch, sequence))
        at += 12 + length
    return result


class Connection:
    """One connection that sends a request at a time."""

    def __init__(self, port, timeout=5):
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=timeout)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.correlation = 0

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()

    def receive(self, size):
        data = bytearray()
        while len(data) < size:
            piece = self.socket.recv(min(1 << 20, size - len(data)))
            if not piece:
                raise WireFailure("the broker closed the connection")
            data += piece
        return bytes(data)

    def ask(self, api, version, body):
        """Sends a request and returns the response's bytes after its correlation id."""
        self.correlation += 1
        self.socket.sendall(frame(request_header(api, version, self.correlation) + body))
        (size,) = struct.unpack(">i", self.receive(4))
        answer = self.receive(size)
        (correlation,) = struct.unpack_from(">i", answer)
        if correlation != self.correlation:
            raise WireFailure(f"answer to {correlation}, expected {self.correlation}")
        return answer[4:]

    def api_versions(self):
        """{api key: (least version, greatest version)}"""
        answer = self.ask(18, 0, b"")
        error, count = struct.unpack_from(">hi", answer)
        if error:
            raise WireFailure(f"ApiVersions: error {error}")
        return {key: (low, high) for key, low, high in struct.iter_unpack(">hhh", answer[6 : 6 + 6 * count])}

    def set_client_quota(self, client, key, value):
        """AlterClientQuotas 0: a quota of a client id."""
        entity = struct.pack(">i", 1) + string("client-id") + string(client)
        change = struct.pack(">i", 1) + string(key) + struct.pack(">d?", value, False)
        answer = self.ask(49, 0, struct.pack(">i", 1) + entity + change + b"\0")
        (error,) = struct.unpack_from(">h", answer, 8)  # behind the throttle time and the number of entries
        if error:
            raise WireFailure(f"AlterClientQuotas: error {error}")

    def metadata_of_nothing(self):
        """A Metadata request for no topics: brokers only."""
        return self.ask(3, 1, struct.pack(">i", 0))

    def batches(self, topic, partition, offset=0):
        """All batches of a partition from an offset on."""
        found = []
        while True:
            piece = batches(self.fetch(topic, partition, offset))
            if not piece:
                return found
            found += piece
            offset = piece[-1].base_offset + piece[-1].count

    def fetch(self, topic, partition, offset, size=50_000_000):
        """The record bytes of one partition (Fetch version 4)."""
        body = struct.pack(">iiiibi", -1, 100, 1, size, 0, 1) + string(topic)
        body += struct.pack(">iiqi", 1, partition, offset, size)
        answer = self.ask(1, 4, body)
        at = 8 + 2 + len(topic.encode()) + 4  # throttle time and topic count, topic name, partition count
        _, error, _, _, aborted = struct.unpack_from(">ihqqi", answer, at)
        if error:
            raise WireFailure(f"Fetch of {topic}-{partition} at {offset}: error {error}")
        at += 26 + max(0, aborted) * 16
        (length,) = struct.unpack_from(">i", answer, at)
        return answer[at + 4 : at + 4 + max(0, length)]

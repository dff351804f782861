"""Stands between the conformance kit and a broker, and spoils answers in one way at a time."""

import contextlib
import socket
import struct
import threading

PRODUCE, FETCH, LIST_OFFSETS, METADATA, OFFSET_FETCH, FIND_COORDINATOR, JOIN_GROUP, HEARTBEAT = 0, 1, 2, 3, 9, 10, 11, 12
DESCRIBE_GROUPS, API_VERSIONS, CREATE_TOPICS = 15, 18, 19


class Body:
    """A cursor over the body of an answer in one of the versions with plain lengths."""

    def __init__(self, data):
        self.data = bytearray(data)
        self.at = 0

    def skip(self, size):
        self.at += size
        return self

    def number(self, layout):
        value = struct.unpack_from(">" + layout, self.data, self.at)[0]
        self.at += struct.calcsize(">" + layout)
        return value

    def string(self):
        return self.skip(max(self.number("h"), 0))

    def change(self, layout, function):
        """Replaces the number that stands here."""
        value = struct.unpack_from(">" + layout, self.data, self.at)[0]
        struct.pack_into(">" + layout, self.data, self.at, function(value))
        return bytes(self.data)


def first_partition(body):
    """Moves into the first partition of the first topic; false if there is none."""
    if body.number("i") < 1:
        return False
    body.string()
    return body.number("i") >= 1


def produce(data):
    body = Body(data)
    if first_partition(body) and body.skip(4).number("h") == 0:
        return body.change("q", lambda offset: offset + 1)
    return data


def fetch(data):
    return data[:4] + struct.pack(">i", 0)


def list_offsets(data):
    body = Body(data)
    if first_partition(body) and body.skip(4).number("h") == 0:
        return body.skip(8).change("q", lambda offset: offset + 1)
    return data


def metadata(data):
    body = Body(data)
    for _ in range(body.number("i")):
        body.skip(4).string().skip(4).string()
    if body.skip(4).number("i") < 1:
        return data
    body.skip(2).string().skip(1)
    if body.number("i") < 1:
        return data
    return body.skip(6).change("i", lambda leader: leader + 1)


def offset_fetch(data):
    body = Body(data)
    if first_partition(body):
        return body.skip(4).change("q", lambda offset: offset + (offset >= 0))
    return data


def find_coordinator(data):
    return Body(data).skip(6).string().change("i", lambda port: port ^ 1)


def join_group(data):
    return Body(data).skip(2).change("i", lambda generation: generation + (generation > 0))


def heartbeat(data):
    return Body(data).change("h", lambda error: 27 if error == 22 else error)


def describe_groups(data):
    return data.replace(b"Stable", b"Absent")


def api_versions(data):
    body = Body(data).skip(2)
    for _ in range(body.number("i")):
        if body.number("h") == FETCH:
            return body.change("h", lambda lowest: lowest - 1)
        body.skip(4)
    return data


def create_topics(data):
    body = Body(data).skip(4)
    if body.number("i") < 1:
        return data
    return body.string().change("h", lambda error: 0 if error == 36 else error)


# What is spoiled: API, version, and the change; None for what is about connections.
FAULTS = {
    "Produce: an offset too high by one": (PRODUCE, 3, produce),
    "Fetch: the topic is missing": (FETCH, 4, fetch),
    "ListOffsets: an offset too high by one": (LIST_OFFSETS, 1, list_offsets),
    "Metadata: another leader": (METADATA, 1, metadata),
    "OffsetFetch: an offset too high by one": (OFFSET_FETCH, 1, offset_fetch),
    "FindCoordinator: another port": (FIND_COORDINATOR, 0, find_coordinator),
    "JoinGroup: another generation": (JOIN_GROUP, 0, join_group),
    "Heartbeat: another error": (HEARTBEAT, 0, heartbeat),
    "DescribeGroups: another state": (DESCRIBE_GROUPS, 0, describe_groups),
    "ApiVersions: a version of Fetch too many": (API_VERSIONS, 0, api_versions),
    "CreateTopics: success in place of an error": (CREATE_TOPICS, 2, create_topics),
    "connections: answers in another order": None,
    "connections: kept open after garbage": None,
}


class FaultyRelay:
    """Listens on a port of its own and passes everything on; `fault` names what it spoils, None for nothing."""

    def __init__(self, port):
        self.upstream = port
        self.fault = None
        self.spoiled = 0
        self.listener = socket.create_server(("127.0.0.1", 0), backlog=512)
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self.accept, daemon=True).start()

    def close(self):
        self.listener.close()

    def accept(self):
        with contextlib.suppress(OSError):
            while True:
                client, _ = self.listener.accept()
                threading.Thread(target=self.serve, args=(client,), daemon=True).start()

    def serve(self, client):
        with client, contextlib.suppress(OSError):
            broker = socket.create_connection(("127.0.0.1", self.upstream))
            client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            broker.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            with broker:
                waiting = []
                thread = threading.Thread(target=self.answers, args=(client, broker, waiting), daemon=True)
                thread.start()
                self.requests(client, broker, waiting)
                with contextlib.suppress(OSError):
                    broker.shutdown(socket.SHUT_WR)
                thread.join()

    @staticmethod
    def requests(client, broker, waiting):
        """Passes bytes on as they come, and notes the head of each frame."""
        seen = b""
        with contextlib.suppress(OSError):
            while data := client.recv(65536):
                seen += data
                while len(seen) >= 12:
                    length, api, version, correlation = struct.unpack_from(">ihhi", seen)
                    if length < 8 or len(seen) < 4 + length:
                        break
                    waiting.append((correlation, api, version))
                    seen = seen[4 + length :]
                broker.sendall(data)

    def answers(self, client, broker, waiting):
        held = None
        with contextlib.suppress(OSError):
            while (frame := self.frame(broker)) is not None:
                correlation = struct.unpack_from(">i", frame)[0]
                head = next((one for one in waiting if one[0] == correlation), None)
                if head:
                    waiting.remove(head)
                frame = frame[:4] + self.spoil(head, frame[4:])
                if self.fault == "connections: answers in another order" and held is None and waiting:
                    held = frame
                    continue
                if held is not None:
                    self.spoiled += 1
                    client.sendall(struct.pack(">i", len(frame)) + frame)
                    frame, held = held, None
                client.sendall(struct.pack(">i", len(frame)) + frame)
        if self.fault == "connections: kept open after garbage":
            self.spoiled += 1
            return
        with contextlib.suppress(OSError):
            client.shutdown(socket.SHUT_RDWR)

    def spoil(self, head, body):
        fault = FAULTS.get(self.fault)
        if not fault or not head or head[1:] != fault[:2]:
            return body
        changed = fault[2](body)
        self.spoiled += changed != body
        return changed

    @staticmethod
    def frame(broker):
        head = FaultyRelay.exactly(broker, 4)
        return FaultyRelay.exactly(broker, struct.unpack(">i", head)[0]) if head else None

    @staticmethod
    def exactly(connection, size):
        data = b""
        while len(data) < size:
            part = connection.recv(size - len(data))
            if not part:
                return None
            data += part
        return data

"""Field cases about versions, and about what a message holds at each."""

import struct
import time

from case_support import case, check, equal
from scripted import (
    API_VERSIONS, FETCH, FIND_COORDINATOR, METADATA, PRODUCE, Client, ProxyUnderTest, Upstream, encode, eventually, framed)

HEARTBEAT, DESCRIBE_CLUSTER = 12, 60
SECRET = "broker.inside.example"


@case(10, "a newer cluster offers through the proxy what the proxy can read, and serves it")
def newer_cluster():
    upstream = Upstream(versions={key: (low, 40) for key, (low, _) in Upstream.VERSIONS.items()})
    with ProxyUnderTest(f"127.0.0.1:{upstream.port}") as proxy, Client(proxy.port) as client:
        offered = {one["apiKey"]: one["maxVersion"] for one in client.ask(API_VERSIONS, 3, {})["apiKeys"]}
        for key, highest in ((METADATA, 13), (FIND_COORDINATOR, 6), (PRODUCE, 13), (FETCH, 18), (DESCRIBE_CLUSTER, 2)):
            equal(offered[key], highest, f"the highest version of API {key}")
        equal(offered[12], 40, "Heartbeat, which carries no address, passes at any version")
        body = client.ask(METADATA, 13, {"topics": None})
        equal(body["brokers"][0]["port"], proxy.base + 1, "what is offered is served")
        upstream.answers[12] = b"\x00\x01\x02later"
        client.send(12, 4, {"groupId": "g", "memberId": "m"})
        equal(client.frame()[4:], b"\x00\x01\x02later", "and passes as it is")


@case(11, "a client that asks for ApiVersions in a version nobody knows is told the range, in version 0")
def newer_client():
    upstream = Upstream()
    with ProxyUnderTest(f"127.0.0.1:{upstream.port}") as proxy, Client(proxy.port) as client:
        before = len(upstream.seen)
        # A body in which nothing makes sense: it must not be decoded.
        client.socket.sendall(framed(struct.pack(">hhih", API_VERSIONS, 99, 7, -1) + b"\x00\xff\xff\xff\xff\xff\xff"))
        frame = client.frame()
        equal(frame, struct.pack(">ihihhh", 7, 35, 1, API_VERSIONS, 0, 4), "UNSUPPORTED_VERSION with the range of the API")
        client.correlation = 7
        check(client.ask(API_VERSIONS, 4, {})["errorCode"] == 0, "the same connection goes on with a version that is known")
        equal([one[1] for one in upstream.seen[before:] if one[0] == API_VERSIONS and one[1] > 4], [], "the cluster is not asked")
        # A large one whose end comes later, and looks like a request of its own.
        hidden = framed(struct.pack(">hhih", HEARTBEAT, 0, 99, -1))
        head = struct.pack(">hhih", API_VERSIONS, 99, 8, -1)
        client.socket.sendall(struct.pack(">i", len(head) + 40_000 * len(hidden)) + head)
        time.sleep(0.3)
        client.socket.sendall(hidden * 40_000)
        equal(client.frame()[:6], struct.pack(">ih", 8, 35), "a large one is refused as well")
        client.correlation = 8
        check(client.ask(API_VERSIONS, 4, {})["errorCode"] == 0, "and what comes behind it is answered")
        equal([one[0] for one in upstream.seen[before:] if one[0] == HEARTBEAT], [], "nothing within it is sent to the cluster")


def old_broker(version, frame):
    """A broker of 2019, which knows ApiVersions up to 2."""
    if version > 2:
        return struct.pack(">hihhh", 35, 1, API_VERSIONS, 0, 2)
    return struct.pack(">hi", 0, 2) + struct.pack(">hhhhhh", API_VERSIONS, 0, 2, METADATA, 0, 8) + (
        struct.pack(">i", 0) if version else b"")


@case(12, "a broker's refusal of a version of ApiVersions leaves as it came, in version 0")
def refusal_in_version_0():
    upstream = Upstream()
    upstream.answers[API_VERSIONS] = old_broker
    with ProxyUnderTest(f"127.0.0.1:{upstream.port}") as proxy, Client(proxy.port) as client:
        for version in (4, 3):
            frame = client.raw(API_VERSIONS, version, {"clientSoftwareName": "x", "clientSoftwareVersion": "1"})
            equal(frame[4:], struct.pack(">hihhh", 35, 1, API_VERSIONS, 0, 2), f"the answer to version {version}")


@case(13, "a client newer than the proxy, which is newer than the broker, comes down step by step on one connection")
def steps_down():
    upstream = Upstream()
    upstream.answers[API_VERSIONS] = old_broker
    with ProxyUnderTest(f"127.0.0.1:{upstream.port}") as proxy, Client(proxy.port) as client:
        client.socket.sendall(framed(struct.pack(">hhih", API_VERSIONS, 9, 1, -1) + b"\x00" + b"\x02x\x021\x00"))
        error, _, _, _, highest = struct.unpack_from(">hihhh", client.frame(), 4)
        equal((error, highest), (35, 4), "the proxy's step")
        client.correlation = 1
        error, _, _, _, highest = struct.unpack_from(
            ">hihhh", client.raw(API_VERSIONS, highest, {"clientSoftwareName": "x", "clientSoftwareVersion": "1"}), 4)
        equal((error, highest), (35, 2), "the broker's step")
        body = client.ask(API_VERSIONS, highest, {})
        offered = {one["apiKey"]: (one["minVersion"], one["maxVersion"]) for one in body["apiKeys"]}
        equal(offered, {API_VERSIONS: (0, 2), METADATA: (0, 8)}, "what both serve")
        body = client.ask(METADATA, 8, {"topics": None})
        equal(body["brokers"][0]["port"], proxy.base + 1, "and the connection works")


@case(14, "Produce is offered from version 0 on where the broker says so, as old librdkafka needs for compression")
def produce_from_0():
    upstream = Upstream()
    with ProxyUnderTest(f"127.0.0.1:{upstream.port}") as proxy, Client(proxy.port) as client:
        for version in range(5):
            keys = client.ask(API_VERSIONS, version, {"clientSoftwareName": "x", "clientSoftwareVersion": "1"})["apiKeys"]
            offered = {one["apiKey"]: one["minVersion"] for one in keys}
            equal(offered[PRODUCE], 0, f"the least version of Produce, asked by version {version}")
        upstream.versions[PRODUCE] = (3, 13)
        offered = {one["apiKey"]: one["minVersion"] for one in client.ask(API_VERSIONS, 3, {})["apiKeys"]}
        equal(offered[PRODUCE], 3, "and not where it does not")


@case(15, "APIs that nobody knows are hidden and refused, or pass unread where that was asked for")
def unknown_keys():
    versions = Upstream.VERSIONS | {84: (0, 0), 10_000: (0, 1), 20_000: (0, 0)}
    for policy in ("refuse", "pass"):
        upstream = Upstream(versions=versions)
        upstream.answers[10_000] = b"anything \xff\x00"
        with ProxyUnderTest(f"127.0.0.1:{upstream.port}", {"martlet.proxy.unknown.apis": policy}) as proxy:
            with Client(proxy.port) as client:
                offered = {one["apiKey"] for one in client.ask(API_VERSIONS, 3, {})["apiKeys"]}
                equal({84, 10_000, 20_000} & offered, {84} if policy == "refuse" else {84, 10_000, 20_000}, policy)
                client.socket.sendall(framed(struct.pack(">hhih", 10_000, 1, 9, -1) + b"\xfe\xff anything"))
                if policy == "pass":
                    equal(client.frame(), struct.pack(">i", 9) + b"anything \xff\x00", "the answer passes")
                    equal(upstream.seen[-1][3][10:], b"\xfe\xff anything", "the request passes")
                else:
                    check(client.ends(), "the connection ends")
                    check(eventually(lambda: proxy.lines("API with key 10000")), "and one line says why")


@case(16, "a rewritten answer holds what its version has, and nothing else")
def rewritten_exactly():
    def brokers(host, port):
        return [{"nodeId": 1, "host": host, "port": port}]
    upstream = Upstream(nodes={1: (SECRET, 9092)})
    with ProxyUnderTest(f"127.0.0.1:{upstream.port}") as proxy, Client(proxy.port) as client:
        for version in range(14):
            upstream.answers[METADATA] = {"brokers": brokers(SECRET, 9092), "topics": []}
            frame = client.raw(METADATA, version, {"topics": [] if version < 1 else None})
            own = encode(METADATA, version, "response", client.correlation, {"brokers": brokers("127.0.0.1", proxy.base + 1), "topics": []})
            equal(frame, own, f"Metadata {version}")
        for version in range(7):
            address = {"nodeId": 1, "host": SECRET, "port": 9092}
            mine = address | {"host": "127.0.0.1", "port": proxy.base + 1}
            wrap = (lambda one: one) if version < 4 else (lambda one: {"coordinators": [{"key": "g"} | one]})
            upstream.answers[FIND_COORDINATOR] = wrap(address)
            request = {"key": "g"} if version < 4 else {"coordinatorKeys": ["g"]}
            frame = client.raw(FIND_COORDINATOR, version, request)
            equal(frame, encode(FIND_COORDINATOR, version, "response", client.correlation, wrap(mine)), f"FindCoordinator {version}")
        # Fields of later versions, sent as tagged fields that no version has, stay what they were.
        later = bytes.fromhex("00000000" "02" "00000001") + b"\x02h" + bytes.fromhex("00002384" "00" "00")
        later += b"\x00" + struct.pack(">i", -1) + b"\x01" + b"\x01\x07\x03abc"
        upstream.answers[METADATA] = b"\x00" + later
        frame = client.raw(METADATA, 12, {"topics": None})
        check(frame.endswith(b"\x01\x07\x03abc"), f"unknown tagged fields are kept: {frame!r}")


@case(32, "headers of flexible versions with tagged fields pass as they are")
def flexible_headers():
    upstream = Upstream()
    upstream.answers[12] = b"\x00" * 9
    with ProxyUnderTest(f"127.0.0.1:{upstream.port}") as proxy, Client(proxy.port) as client:
        frame = struct.pack(">hhih", 12, 4, 5, 2) + b"me" + b"\x02\x00\x01a\x63\x02bc" + b"\x02g" + struct.pack(">i", 1) + b"\x02m\x00\x00"
        client.socket.sendall(framed(frame))
        equal(client.frame(), struct.pack(">i", 5) + b"\x00" * 9, "the answer")
        equal(upstream.seen[-1][3], frame, "the request")


@case(34, "REBOOTSTRAP_REQUIRED of the cluster reaches the client as it is")
def rebootstrap():
    upstream = Upstream()
    with ProxyUnderTest(f"127.0.0.1:{upstream.port}") as proxy, Client(proxy.port) as client:
        upstream.answers[METADATA] = {"errorCode": 129, "brokers": [], "topics": []}
        equal(client.ask(METADATA, 13, {"topics": None})["errorCode"], 129, "the error")

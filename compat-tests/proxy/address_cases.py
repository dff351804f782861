"""Field cases about addresses: which broker is where, as clients see it."""

import contextlib
import itertools
import socket
import struct
import threading

from case_support import case, check, equal
from harness.broker import free_port
from scripted import (
    API_VERSIONS, FETCH, METADATA, PRODUCE, Client, ProxyUnderTest, Upstream, decode, encode, eventually, framed,
    receive, until)

DESCRIBE_CLUSTER, SHARE_FETCH, SHARE_ACKNOWLEDGE = 60, 78, 79
SECRET = "broker.inside.example"  # a host that no client may ever see
HOSTS = ("127.0.0.1", "proxy.for.clients.whose.name.is.longer.than.that.of.any.broker.example")


def leader_moved(topics_name, partitions_name, index_name, partition):
    """Answers that name broker 2, at an address of the cluster, as the new leader."""
    return {
        topics_name: [{"name": "t", partitions_name: [
            {index_name: 0, "errorCode": 6, "currentLeader": {"leaderId": 2, "leaderEpoch": 7}, **partition}]}],
        "nodeEndpoints": [{"nodeId": 2, "host": SECRET, "port": 19092, "rack": None}]}


def endpoints_of(upstream, api, version, answer, request, host=HOSTS[0]):
    """The answer through a proxy that is known by a host, and the proxy's address of broker 2."""
    upstream.answers[api] = answer
    settings = {"martlet.proxy.advertised.host": host}
    with ProxyUnderTest(f"127.0.0.1:{upstream.port}", settings) as proxy, Client(proxy.port) as client:
        frame = client.raw(api, version, request)
        check(frame is not None, f"an answer of API {api} version {version}")
        check(SECRET.encode() not in frame, f"no address of the cluster in an answer of API {api} version {version}")
        return decode(api, version, "response", frame), {"nodeId": 2, "host": host, "port": proxy.base + 2, "rack": None}


PRODUCE_REQUEST = {"acks": 1, "timeoutMs": 1000, "topicData": []}
FETCH_REQUEST = {"maxWaitMs": 0, "minBytes": 0, "topics": []}


def moved_produce():
    return leader_moved("responses", "partitionResponses", "index", {"baseOffset": -1})


def moved_fetch():
    answer = leader_moved("responses", "partitions", "partitionIndex", {"highWatermark": 5, "records": None})
    answer["responses"][0] = {"topicId": "AAECAwQFBgcICQoLDA0ODw", "partitions": answer["responses"][0]["partitions"]}
    return answer


@case(1, "the endpoints of a new leader in Produce and Fetch are the proxy's")
def node_endpoints():
    for host in HOSTS:
        for version in (10, 11, 12):
            body, own = endpoints_of(Upstream(), PRODUCE, version, moved_produce(), PRODUCE_REQUEST, host)
            equal(body["nodeEndpoints"], [own], f"Produce {version}")
        for version in (16, 17, 18):
            body, own = endpoints_of(Upstream(), FETCH, version, moved_fetch(), FETCH_REQUEST, host)
            equal(body["nodeEndpoints"], [own], f"Fetch {version}")


@case(1, "an answer to Fetch that leaves while it arrives tells of no broker whose port is not open")
def endpoints_in_pieces():
    begun = threading.Semaphore(0)

    def serve(connection):
        while (head := connection.recv(4, socket.MSG_WAITALL)) and (
                request := connection.recv(struct.unpack(">i", head)[0], socket.MSG_WAITALL)):
            correlation = struct.unpack_from(">i", request, 4)[0]
            answer = framed(encode(FETCH, 17, "response", correlation, moved_fetch()))
            connection.sendall(answer[:30])
            begun.acquire(timeout=10)
            connection.sendall(answer[30:])

    def endpoints(client):
        client.send(FETCH, 17, FETCH_REQUEST)
        beginning = receive(client.socket, 30)
        begun.release()
        rest = receive(client.socket, struct.unpack_from(">i", beginning)[0] - 26)
        return decode(FETCH, 17, "response", beginning[4:] + rest).get("nodeEndpoints", [])

    def is_open(port):
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", port)) == 0

    upstream = Upstream(raw=lambda connection: until(upstream, FETCH, connection, serve))
    left_out = 0
    # Now and then the port is open before the answer has been written.
    for _ in range(6):
        with ProxyUnderTest(f"127.0.0.1:{upstream.port}") as proxy, Client(proxy.port) as client:
            own = {"nodeId": 2, "host": "127.0.0.1", "port": proxy.base + 2, "rack": None}
            told = endpoints(client)
            check(not told or told == [own] and is_open(own["port"]), f"what is told is open: {told}")
            left_out += not told
            check(eventually(lambda: is_open(own["port"])), "the port is opened")
            check(eventually(lambda: endpoints(client) == [own]), "and then it is told")
    check(left_out, "a broker that is news is not told of")


@case(2, "the id of the new leader and its endpoint stay together")
def ids_and_endpoints():
    for host, (api, version, answer, request, path) in itertools.product(HOSTS, (
            (PRODUCE, 11, moved_produce(), PRODUCE_REQUEST, "partitionResponses"),
            (FETCH, 17, moved_fetch(), FETCH_REQUEST, "partitions"))):
        body, own = endpoints_of(Upstream(), api, version, answer, request, host)
        leader = body["responses"][0][path][0]["currentLeader"]
        equal(leader["leaderId"], body["nodeEndpoints"][0]["nodeId"], "the leader has an endpoint")
        equal(own["nodeId"], leader["leaderId"], "and it is the proxy's port for that id")


@case(3, "a preferred replica is a broker that the proxy shows")
def preferred_replica():
    upstream = Upstream(nodes={1: (SECRET, 1), 2: (SECRET, 2)})
    for version in (11, 15, 17):
        topic = {"topic": "t"} if version < 13 else {"topicId": "AAECAwQFBgcICQoLDA0ODw"}
        upstream.answers[FETCH] = {"responses": [topic | {"partitions": [
            {"partitionIndex": 0, "errorCode": 0, "highWatermark": 5, "preferredReadReplica": 2, "records": None}]}]}
        with ProxyUnderTest(f"127.0.0.1:{upstream.port}") as proxy, Client(proxy.port) as client:
            fetched = client.ask(FETCH, version, FETCH_REQUEST)
            equal(fetched["responses"][0]["partitions"][0]["preferredReadReplica"], 2, f"Fetch {version}")
            shown = {one["nodeId"]: (one["host"], one["port"]) for one in client.ask(METADATA, 12, {"topics": None})["brokers"]}
            equal(shown, {1: ("127.0.0.1", proxy.base + 1), 2: ("127.0.0.1", proxy.base + 2)}, "the brokers")


@case(4, "ShareFetch and ShareAcknowledge name the proxy's addresses")
def share_endpoints():
    moved = {"responses": [], "nodeEndpoints": [{"nodeId": 2, "host": SECRET, "port": 19092, "rack": None}]}
    for version in (1, 2):
        request = {"groupId": "g", "memberId": "m", "topics": []}
        for api in (SHARE_FETCH, SHARE_ACKNOWLEDGE):
            body, own = endpoints_of(Upstream(), api, version, moved, request)
            equal(body["nodeEndpoints"], [own], f"API {api} version {version}")


@case(5, "DescribeCluster, by which administrators' tools find the brokers, shows the proxy's addresses")
def describe_cluster():
    upstream = Upstream(nodes={2: (SECRET, 9092)})
    for version in (0, 1, 2):
        answer = {"clusterId": "c", "controllerId": 2, "brokers": [{"brokerId": 2, "host": SECRET, "port": 9092}]}
        body, own = endpoints_of(upstream, DESCRIBE_CLUSTER, version, answer, {})
        brokers = [(one["brokerId"], one["host"], one["port"]) for one in body["brokers"]]
        equal(brokers, [(2, own["host"], own["port"])], f"DescribeCluster {version}")


def has_ipv6():
    try:
        socket.create_server(("::1", 0), family=socket.AF_INET6).close()
        return True
    except OSError:
        return False


@case(6, "an address that no client can connect to is refused at the start, and never made up")
def unreachable_advertisement():
    upstream = Upstream()
    for key, value in (("martlet.proxy.advertised.host", "0.0.0.0"), ("advertised.listeners", "PLAINTEXT://0.0.0.0:9092")):
        proxy = ProxyUnderTest(f"127.0.0.1:{upstream.port}", {key: value}, waits=False)
        check(eventually(lambda: proxy.process.poll() is not None), f"{key}={value} is refused")
        said = [line for line in proxy.text().splitlines() if key in line]
        check(proxy.process.returncode != 0 and said, f"the reason names {key}: {proxy.text()}")
    with ProxyUnderTest(f"127.0.0.1:{upstream.port}", listeners="PLAINTEXT://:{port}") as proxy, Client(proxy.port) as client:
        shown = client.ask(METADATA, 12, {"topics": None})["brokers"][0]
        equal((shown["host"], shown["port"]), ("127.0.0.1", proxy.base + 1), "who listens everywhere shows where the client came")
        if has_ipv6():
            with Client(proxy.port, host="::1") as other:
                shown = other.ask(METADATA, 12, {"topics": None})["brokers"][0]
            equal((shown["host"], shown["port"]), ("::1", proxy.base + 1), "also by IPv6")
            with Client(shown["port"], host="::1") as other:
                check(other.ask(API_VERSIONS, 3, {}) is not None, "where the broker's port is open, too")


@case(7, "brokers of any id are served without a range that somebody has to keep up")
def broker_ids():
    upstream = Upstream()
    upstream.nodes = {1: ("127.0.0.1", upstream.port), 70_000: (SECRET, 9092)}
    with ProxyUnderTest(f"127.0.0.1:{upstream.port}", nodes=8) as proxy, Client(proxy.port) as client:
        shown = {one["nodeId"]: (one["host"], one["port"]) for one in client.ask(METADATA, 12, {"topics": None})["brokers"]}
        equal(shown[70_000], ("127.0.0.1", proxy.port), "an id without a port of its own is shown at the listener")
        upstream.nodes[8] = ("127.0.0.1", upstream.port)
        shown = {one["nodeId"]: one["port"] for one in client.ask(METADATA, 12, {"topics": None})["brokers"]}
        equal(shown[8], proxy.base + 8, "a broker that joins has a port")
        with Client(shown[8]) as other:
            check(other.ask(API_VERSIONS, 3, {}) is not None, "which is open as soon as a client is told of it")


@case(8, "the ports of brokers are open before a client asks, and the same after a restart and at a second proxy")
def ports_are_there():
    upstream = Upstream()
    with ProxyUnderTest(f"127.0.0.1:{upstream.port}") as proxy:
        base, port = proxy.base, proxy.port
        with Client(base + 1) as client:
            check(client.ask(API_VERSIONS, 3, {}) is not None, "a client that knows the port is served")
    settings = {"martlet.proxy.node.port.base": base}
    with ProxyUnderTest(f"127.0.0.1:{upstream.port}", settings, port=port), Client(base + 1) as client:
        check(client.ask(API_VERSIONS, 3, {}) is not None, "also after a restart, without Metadata before")
        equal(client.ask(METADATA, 12, {"topics": None})["brokers"][0]["port"], base + 1, "which shows the same")
    upstream.close()
    settings["martlet.proxy.node.ids"] = "1"
    with ProxyUnderTest(f"127.0.0.1:{upstream.port}", settings, port=port):
        with socket.create_connection(("127.0.0.1", base + 1), timeout=5):
            pass


def adjacent_ports():
    """A port that is free together with the next one, and those of three brokers on both as they are by default."""
    while True:
        port = free_port()
        with contextlib.ExitStack() as stack:
            try:
                for above in (0, 1, *range(3, 6), *range(103, 106)):
                    stack.enter_context(socket.socket()).bind(("127.0.0.1", port + above))
                return port
            except (OSError, OverflowError):
                continue


@case(8, "brokers have ports of their own on each of two listeners that lie side by side")
def adjacent_listeners():
    brokers = {node: Upstream() for node in (1, 2, 3)}
    nodes = {node: ("127.0.0.1", broker.port) for node, broker in brokers.items()}
    for node, broker in brokers.items():
        broker.nodes = nodes
        broker.answers[DESCRIBE_CLUSTER] = {"clusterId": f"broker-{node}", "controllerId": node, "brokers": []}
    port = adjacent_ports()
    settings = {"martlet.proxy.node.port.base": -1, "listener.security.protocol.map": "ONE:PLAINTEXT,TWO:PLAINTEXT"}
    listeners = f"ONE://127.0.0.1:{{port}},TWO://127.0.0.1:{port + 1}"
    with ProxyUnderTest(f"127.0.0.1:{brokers[1].port}", settings, listeners, port=port):
        for listener in (port, port + 1):
            with Client(listener) as client:
                shown = {one["nodeId"]: one["port"] for one in client.ask(METADATA, 12, {"topics": None})["brokers"]}
            equal(sorted(shown), [1, 2, 3], "brokers")
            for node in shown:
                with Client(shown[node]) as client:
                    found = client.ask(DESCRIBE_CLUSTER, 0, {})["clusterId"]
                equal(found, f"broker-{node}", f"behind port {shown[node]} of the listener {listener}")


@case(8, "no address of the cluster is told before its brokers are known, nor while another cluster does not answer")
def early_clients():
    silent = socket.create_server(("127.0.0.1", 0))
    upstream = Upstream(nodes={1: (SECRET, 9092)})
    settings = {
        "martlet.proxy.node.port.base": -1, "listener.security.protocol.map": "ONE:PLAINTEXT,TWO:PLAINTEXT",
        "martlet.proxy.virtual.clusters": "one,two", "martlet.proxy.virtual.cluster.one.listeners": "ONE",
        "martlet.proxy.virtual.cluster.one.upstream.servers": f"127.0.0.1:{silent.getsockname()[1]}",
        "martlet.proxy.virtual.cluster.two.listeners": "TWO", "martlet.proxy.connect.timeout.ms": 60_000}
    port = adjacent_ports()
    listeners = f"ONE://127.0.0.1:{{port}},TWO://127.0.0.1:{port + 1}"
    with ProxyUnderTest(f"127.0.0.1:{upstream.port}", settings, listeners, port=port, waits=False):

        def told():
            with contextlib.suppress(OSError), Client(port + 1) as client:
                return client.ask(METADATA, 12, {"topics": None})["brokers"]
            return None

        shown = eventually(told)
        equal([(one["nodeId"], one["host"]) for one in shown], [(1, "127.0.0.1")], "the broker is shown at the proxy")
    silent.close()


@case(9, "of several bootstrap servers one that hangs is not asked again and again")
def hanging_bootstrap():
    silent = socket.create_server(("127.0.0.1", 0))
    upstream = Upstream()
    with ProxyUnderTest(f"127.0.0.1:{silent.getsockname()[1]},127.0.0.1:{upstream.port}") as proxy:

        def served():
            with Client(proxy.port) as client:
                client.socket.settimeout(1)
                with contextlib.suppress(OSError):
                    return client.ask(API_VERSIONS, 3, {}) is not None

        # The proxy finds out by itself, within its connect timeout.
        check(eventually(lambda: all([served() for _ in range(6)])), "every client is served")
        before = len(upstream.connections)
        check(all([served() for _ in range(10)]), "and the next ones")
        check(len(upstream.connections) >= before + 10, "by the server that answers")
    silent.close()


@case(9, "the first bootstrap server may be dead, or hang")
def dead_bootstrap():
    silent = socket.create_server(("127.0.0.1", 0))
    upstream = Upstream()
    for dead in (free_port(), silent.getsockname()[1]):
        with ProxyUnderTest(f"127.0.0.1:{dead},127.0.0.1:{upstream.port}", {"martlet.proxy.connect.timeout.ms": 1000}) as proxy:
            served = 0
            for _ in range(4):
                with Client(proxy.port) as client:
                    # The kernel of a broker that hangs takes the connection; such a client waits as it would without.
                    client.socket.settimeout(2)
                    try:
                        served += client.ask(API_VERSIONS, 3, {}) is not None
                    except TimeoutError:
                        pass
            check(served >= (4 if dead != silent.getsockname()[1] else 2), f"clients are served: {served} of 4")
    silent.close()

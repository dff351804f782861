"""What administrators ask of the cluster as a whole, with the newest client's admin part; on one node."""

import re

from harness.scenario import OWN, scenario
from scenarios.records import numbered

BROKER = 1


@scenario("cluster-log-dirs", clients={"java"}, broker=OWN)
def cluster_log_dirs(test):
    topic = test.topic(partitions=2)
    test.produce(topic, numbered(20))
    found = test.client.call("cluster.log_dirs", node=BROKER)
    path = str(test.broker.directory / "data")
    test.equal(list(found), [path], "log directories")
    test.equal(found[path]["error"], None, "error of the directory")
    test.true(0 < found[path]["usable"] <= found[path]["total"], f"space of the directory: {found[path]}")
    sizes = [found[path]["replicas"][f"{topic}-{one}"] for one in range(2)]
    test.true(sum(size for size, _, _ in sizes) > 200, f"sizes of the partitions: {sizes}")
    test.equal([rest for _, *rest in sizes], [[0, False], [0, False]], "lag and future mark")

    def move(where, partition=0):
        test.client.call("cluster.move_log", topic=topic, partition=partition, node=BROKER, path=where)

    move(path)
    test.fails("LOG_DIR_NOT_FOUND", lambda: move("/nowhere"), "a directory that is not configured")
    test.fails("REPLICA_NOT_AVAILABLE", lambda: move(path, 7), "a partition that is not there")


@scenario("cluster-leaders", clients={"java"})
def cluster_leaders(test):
    topic = test.topic(partitions=2)
    for kind in ("preferred", "unclean"):
        got = test.client.call("cluster.elect", kind=kind, topic=topic, partition=1)
        test.equal(got, {f"{topic}-1": "ELECTION_NOT_NEEDED"}, f"{kind} election")
        test.equal(test.client.call("cluster.elect", kind=kind), {}, f"{kind} election of everything")
    got = test.client.call("cluster.elect", kind="preferred", topic=topic, partition=9)
    test.equal(got, {f"{topic}-9": "UNKNOWN_TOPIC_OR_PARTITION"}, "a partition that is not there")

    def reassign(partition, replicas):
        test.client.call("cluster.reassign", topic=topic, partition=partition, replicas=replicas)

    reassign(0, [BROKER])
    test.fails("INVALID_REPLICA_ASSIGNMENT", lambda: reassign(0, [42]), "a broker that is not there",
               says="includes broker 42, but no such broker is registered")
    test.fails("NO_REASSIGNMENT_IN_PROGRESS", lambda: reassign(0, None), "cancelling nothing")
    test.fails("UNKNOWN_TOPIC_OR_PARTITION", lambda: reassign(9, [BROKER]), "a partition that is not there")
    test.equal(test.client.call("cluster.reassignments"), 0, "reassignments under way")
    for value in ("1000", None):  # what kafka-reassign-partitions sets for a throttled move, and takes away after it
        alter(test, "broker", str(BROKER), leader_replication_throttled_rate=value,
              follower_replication_throttled_rate=value, replica_alter_log_dirs_io_max_bytes_per_second=value)
        replicas = value and "0:1"
        alter(test, "topic", topic, leader_replication_throttled_replicas=replicas,
              follower_replication_throttled_replicas=replicas)


@scenario("cluster-features", clients={"java"})
def cluster_features(test):
    found = test.client.call("cluster.features")
    level = found["finalized"]["metadata.version"]
    least, most = found["supported"]["metadata.version"]
    test.true(least <= level <= most, f"features: {found}")

    def update(name, to, kind="upgrade"):
        test.client.call("cluster.update_feature", name=name, level=to, kind=kind, validate_only=True)

    update("metadata.version", most)
    test.fails("INVALID_UPDATE_VERSION", lambda: update("metadata.version", most + 1), "a level too high")
    test.fails("INVALID_UPDATE_VERSION", lambda: update("no.such.feature", 1), "a feature nobody knows",
               says="does not support this feature")
    quorum = test.client.call("cluster.quorum")
    test.equal(quorum["leader"], BROKER, "leader of the quorum")
    test.true(quorum["epoch"] > 0 and quorum["high"] > 0, f"quorum: {quorum}")
    ((voter, end, caught_up),) = quorum["voters"]
    test.true((voter, end) == (BROKER, quorum["high"]) and caught_up > 0, f"voter: {quorum['voters']}")
    test.equal((quorum["observers"], quorum["nodes"]), (0, [BROKER]), "observers and nodes")
    test.fails("BROKER_ID_NOT_REGISTERED", lambda: test.client.call("cluster.unregister", node=77), "an unknown broker")


@scenario("cluster-producers", clients={"java"})
def cluster_producers(test):
    topic = test.topic(partitions=1)
    producer = test.producer()
    producer.send(topic, numbered(5))
    ((known, epoch, _, in_transaction),) = test.client.call("cluster.producers", topic=topic, partition=0)
    test.equal((known, epoch, in_transaction), (True, 0, False), "the idempotent producer")
    producer.close()


def configs(test, kind, name):
    return test.client.call("cluster.configs", kind=kind, name=name)


def alter(test, kind, name, **change):
    test.client.call("cluster.alter", kind=kind, name=name, change={key.replace("_", "."): value for key, value in change.items()})


@scenario("cluster-configs", clients={"java"}, broker=OWN)
def cluster_configs(test):
    """Every kind of resource that has settings."""
    for kind, name in (("broker", str(BROKER)), ("topic", test.topic()), ("group", "g"), ("client_metrics", "s")):
        found = configs(test, kind, name)
        bare = [key for key, one in found.items() if not one["documented"] or one["type"] == "UNKNOWN"]
        test.equal(bare, [], f"{kind} configs without documentation or type")
    loggers = configs(test, "broker_logger", str(BROKER))
    test.equal({one["source"] for one in loggers.values()}, {"DYNAMIC_BROKER_LOGGER_CONFIG"}, "source of levels")
    test.equal(loggers["root"]["value"], "INFO", "level of the root logger")
    alter(test, "broker_logger", str(BROKER), martlet="WARN")
    test.equal(configs(test, "broker_logger", str(BROKER))["martlet.log"]["value"], "WARN", "level that is inherited")
    test.fails("INVALID_CONFIG", lambda: alter(test, "broker_logger", str(BROKER), no_such="WARN"), "an unknown logger")
    alter(test, "broker_logger", str(BROKER), martlet=None)
    alter(test, "group", "g", consumer_session_timeout_ms="46000")
    session = configs(test, "group", "g")["consumer.session.timeout.ms"]
    test.equal((session["value"], session["source"]), ("46000", "DYNAMIC_GROUP_CONFIG"), "config of a group")
    test.fails("INVALID_CONFIG", lambda: alter(test, "group", "g", consumer_session_timeout_ms="1"), "a bad group config")
    alter(test, "client_metrics", "s", metrics="*", interval_ms="1000")
    test.fails("INVALID_REQUEST", lambda: alter(test, "client_metrics", "s", interval_ms="1"), "a bad interval")
    test.fails("INVALID_CONFIG", lambda: alter(test, "client_metrics", "s", match="colour=red"), "a bad match")
    alter(test, "broker", "", log_cleaner_threads="2")
    test.equal(test.client.call("cluster.metrics_resources"), ["s"], "subscriptions")
    kinds = ["group", "client_metrics", "broker", "broker_logger"]
    listed = ["broker 1", "broker_logger 1", "client_metrics s", "group g"]
    test.equal(test.client.call("cluster.resources", kinds=kinds), listed, "resources")
    test.true("client_metrics s" in test.client.call("cluster.resources", kinds=[]), "all resources")
    test.broker.stop()
    test.broker.start()
    test.equal(configs(test, "group", "g")["consumer.session.timeout.ms"]["value"], "46000", "config after a restart")
    alter(test, "client_metrics", "s", metrics=None, interval_ms=None)
    test.equal(test.client.call("cluster.metrics_resources"), [], "subscriptions after deleting")


@scenario("client-metrics", clients={"java"}, broker=OWN)
def client_metrics(test):
    """Producer and consumer push their own metrics (KIP-714); the broker's log says what came."""
    alter(test, "broker_logger", str(BROKER), martlet_telemetry="DEBUG")
    alter(test, "client_metrics", "all", metrics="*", interval_ms="500", match="client_software_name=(apache-kafka|confluent|librd).*")
    alter(test, "client_metrics", "others", metrics="x", interval_ms="100", match="client_id=nobody.*")
    topic = test.topic()
    producer = test.producer(client_id="metered-producer")
    producer.send(topic, numbered(10))
    other = test.producer(test.helper, client_id="metered-librdkafka")
    other.send(topic, numbered(10))
    consumer = test.consumer(client_id="metered-consumer", group_id=test.name("g"), auto_offset_reset="earliest")
    consumer.subscribe(topic)
    consumer.read(10)

    def pushes(client):
        lines = re.findall(rf"a client pushed metrics \(.*client={client},.*metrics=(\d+)\)", test.broker.log.read_text())
        return [int(count) for count in lines]

    test.eventually(lambda: len(pushes("metered-producer")) >= 3, "three pushes of the producer", seconds=20)
    test.eventually(lambda: consumer.poll(100) is not None and len(pushes("metered-consumer")) >= 2,
                    "two pushes of the consumer", seconds=20)
    test.eventually(lambda: len(pushes("metered-librdkafka")) >= 2, "two pushes of librdkafka", seconds=20)
    test.true(max(pushes("metered-producer")) > 5, f"metrics of the producer: {pushes('metered-producer')}")
    consumer.close()
    producer.close()
    other.close()

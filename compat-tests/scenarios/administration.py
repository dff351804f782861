"""Tours through what administrators do, in each client that has an admin part."""

from harness.client import ClientError
from harness.scenario import NO_AUTO_CREATE, scenario
from scenarios.records import BASE_TIME, Record, numbered


@scenario("admin-cluster", needs={"admin"})
def admin_cluster(test):
    cluster = test.admin("describe_cluster")
    test.equal(len(cluster["nodes"]), 1, "brokers")
    ((node, host, port),) = cluster["nodes"]
    test.equal(f"{host}:{port}", test.broker.advertised, "address of the broker")
    test.equal(cluster["controller"], node, "controller")
    test.true(cluster["cluster"], "the cluster has no id")


@scenario("admin-partitions", needs={"admin"})
def admin_partitions(test):
    topic = test.topic(partitions=2)
    test.admin("create_partitions", topic=topic, count=4)
    test.eventually(lambda: len(test.admin("describe_topic", topic=topic)["partitions"]) == 4, "four partitions")
    test.fails("INVALID_PARTITIONS", lambda: test.admin("create_partitions", topic=topic, count=1), "fewer partitions",
               says="currently has 4 partition(s); 1 would not be an increase")
    test.produce(topic, [Record(None, b"x", partition=3)])


@scenario("admin-configs", needs={"admin"})
def admin_configs(test):
    topic = test.topic(retention_ms=5000)
    configs = test.admin("describe_configs", kind="topic", name=topic)
    test.equal(configs["retention.ms"]["value"], "5000", "retention.ms")
    test.equal(configs["retention.ms"]["default"], False, "retention.ms as a default")
    test.equal(configs["cleanup.policy"]["value"], "delete", "cleanup.policy")
    test.equal(configs["cleanup.policy"]["default"], True, "cleanup.policy as a default")
    node = test.admin("describe_cluster")["controller"]
    broker = test.admin("describe_configs", kind="broker", name=str(node))
    test.true(int(broker["num.partitions"]["value"]) > 0, "the broker tells no num.partitions")
    if test.client_name == "aiokafka":
        return  # see admin-replace-configs
    test.admin("alter_configs", topic=topic, change={"retention.ms": "777000", "segment.bytes": "1048576"})
    configs = test.admin("describe_configs", kind="topic", name=topic)
    test.equal(configs["retention.ms"]["value"], "777000", "retention.ms after altering")
    test.admin("alter_configs", topic=topic, delete=["retention.ms"])
    configs = test.admin("describe_configs", kind="topic", name=topic)
    test.equal(configs["retention.ms"]["value"], "604800000", "retention.ms after deleting")
    test.equal(configs["segment.bytes"]["value"], "1048576", "segment.bytes")
    test.fails("INVALID_CONFIG", lambda: test.admin("alter_configs", topic=topic, change={"retention.ms": "abc"}), "a bad value",
               says="Invalid value abc for configuration retention.ms: Not a number of type LONG")


@scenario("admin-replace-configs", clients={"aiokafka"})
def admin_replace_configs(test):
    """The old AlterConfigs: what a request does not name goes back to its default."""
    topic = test.topic(retention_ms=5000)
    test.admin("replace_configs", topic=topic, configs={"segment.bytes": "1048576"})
    configs = test.admin("describe_configs", kind="topic", name=topic)
    test.equal(configs["segment.bytes"]["value"], "1048576", "segment.bytes")
    test.equal(configs["retention.ms"]["value"], "604800000", "retention.ms, which was not named")
    bad = {"retention.ms": "abc"}
    test.fails("INVALID_CONFIG", lambda: test.admin("replace_configs", topic=topic, configs=bad), "a bad value")


@scenario("admin-records", needs={"admin"})
def admin_records(test):
    topic = test.topic()
    test.produce(topic, numbered(20))
    test.equal(test.admin("delete_records", topic=topic, partition=0, offset=5), 5, "low watermark")
    test.fails("OFFSET_OUT_OF_RANGE", lambda: test.admin("delete_records", topic=topic, partition=0, offset=21), "past the end")
    got = test.read_all(topic, 15)
    test.equal(got[0].offset, 5, "first offset left")
    test.equal(test.admin("delete_records", topic=topic, partition=0, offset=-1), 20, "low watermark after deleting all")


@scenario("admin-offsets", needs={"admin", "alter-group-offsets"})
def admin_offsets(test):
    topic = test.topic()
    sent = [Record(None, b"%d" % one, partition=0, timestamp=BASE_TIME + 1000 * one) for one in range(10)]
    test.produce(topic, sent)
    for spec, offset in (("earliest", 0), ("latest", 10), (BASE_TIME + 2500, 3)):
        test.equal(test.admin("list_offsets", topic=topic, partition=0, spec=spec)[0], offset, f"offset of {spec}")
    newest = test.admin("list_offsets", topic=topic, partition=0, spec="max-timestamp")
    test.equal(newest, [9, BASE_TIME + 9000], "offset and time of max-timestamp")


@scenario("admin-groups", needs={"admin"}, seconds=45)
def admin_groups(test):
    """A group seen from outside: listed, described while alive and when empty, offsets read and set, deleted."""
    topic, group = test.topic(partitions=2), test.name("g")
    sent = [Record(None, b"%d" % one, partition=one % 2) for one in range(20)]
    test.produce(topic, sent)
    consumer = test.group_consumer(group, topic, test.spawn(), client_id="tourist")
    consumer.read(20)
    consumer.commit()
    test.true(group in test.admin("list_groups"), "the group is not listed")
    test.equal(test.admin("group_offsets", group=group), [[topic, 0, 10], [topic, 1, 10]], "committed offsets")
    if test.has("alter-group-offsets"):
        described = test.admin("describe_group", group=group)
        test.equal(described["state"], "STABLE", "state of a group with a member")
        (member,) = described["members"]
        test.equal(member["client"], "tourist", "client id of the member")
        test.true("127.0.0.1" in member["host"], f"host of the member is {member['host']}")
        test.equal(member["assignment"], [[topic, 0], [topic, 1]], "assignment of the member")
        test.fails("NON_EMPTY_GROUP", lambda: test.admin("delete_groups", groups=[group]), "deleting a live group")
    consumer.close()
    if test.has("alter-group-offsets"):
        test.eventually(lambda: test.admin("describe_group", group=group)["state"] == "EMPTY", "the group empty")
        test.admin("alter_group_offsets", group=group, offsets=[[topic, 0, 3]])
        test.equal(test.admin("group_offsets", group=group), [[topic, 0, 3], [topic, 1, 10]], "offsets after setting one")
        test.admin("delete_groups", groups=[group])
        test.true(group not in test.admin("list_groups"), "the deleted group is listed")
        test.fails("GROUP_ID_NOT_FOUND", lambda: test.admin("delete_groups", groups=[group]), "deleting it again")


@scenario("admin-unknown", needs={"admin"}, broker=NO_AUTO_CREATE)
def admin_unknown(test):
    """Without auto-creation, since aiokafka asks for a topic's description in a way that creates it."""

    def describe():
        test.admin("describe_topic", topic=test.name("missing"))

    test.fails("UNKNOWN_TOPIC_OR_PARTITION", describe, "describing a missing topic")
    if test.has("alter-group-offsets"):
        try:
            described = test.admin("describe_group", group=test.name("missing"))
            test.equal(described["state"], "DEAD", "state of a missing group")
        except ClientError as failure:
            test.equal(failure.name, "GROUP_ID_NOT_FOUND", "error for a missing group")

"""What sarama's administrative client can do; it has not enough of it for the tours of the others."""

from harness.scenario import scenario
from scenarios.records import numbered


@scenario("sarama-topics", clients={"sarama"})
def sarama_topics(test):
    topic = test.name("made")
    wanted = {"name": topic, "partitions": 3, "configs": {"retention.ms": "3600000"}}
    test.admin("create_topics", topics=[wanted])
    test.fails("TOPIC_ALREADY_EXISTS", lambda: test.admin("create_topics", topics=[wanted]), "creating it again")
    bad = {"name": test.name("rf"), "replication": 2}
    test.fails("INVALID_REPLICATION_FACTOR", lambda: test.admin("create_topics", topics=[bad]), "two replicas")
    test.true(topic in test.admin("list_topics"), "the topic is not listed")
    described = test.admin("describe_topic", topic=topic)["partitions"]
    test.equal([one["p"] for one in described], [0, 1, 2], "partitions")
    test.true(all(one["replicas"] == one["isr"] == [one["leader"]] for one in described), "replicas")
    test.admin("create_partitions", topic=topic, count=5)
    test.equal(len(test.admin("describe_topic", topic=topic)["partitions"]), 5, "partitions after adding two")
    test.fails("INVALID_PARTITIONS", lambda: test.admin("create_partitions", topic=topic, count=2), "fewer partitions",
               says="currently has 5 partition(s); 2 would not be an increase")
    test.admin("delete_topics", topics=[topic])
    test.true(topic not in test.admin("list_topics"), "the deleted topic is listed")
    test.fails("UNKNOWN_TOPIC_OR_PARTITION", lambda: test.admin("delete_topics", topics=[topic]), "deleting it again")
    cluster = test.admin("describe_cluster")
    ((node, host, port),) = cluster["nodes"]
    test.equal((f"{host}:{port}", cluster["controller"]), (test.broker.advertised, node), "the only broker")


@scenario("sarama-configs", clients={"sarama"})
def sarama_configs(test):
    """DescribeConfigs 1 and the old AlterConfigs, which takes back what is not named."""
    topic = test.topic(retention_ms=5000)
    configs = test.admin("describe_configs", kind="topic", name=topic)
    test.equal((configs["retention.ms"]["value"], configs["retention.ms"]["source"]), ("5000", "Topic"), "retention.ms")
    test.equal(configs["cleanup.policy"]["source"], "Default", "source of cleanup.policy")
    test.admin("replace_configs", topic=topic, configs={"segment.bytes": "1048576"})
    configs = test.admin("describe_configs", kind="topic", name=topic)
    test.equal(configs["segment.bytes"]["value"], "1048576", "segment.bytes")
    test.equal(configs["retention.ms"]["value"], "604800000", "retention.ms, which was not named")
    node = test.admin("describe_cluster")["controller"]
    broker = test.admin("describe_configs", kind="broker", name=str(node))
    test.true(int(broker["num.partitions"]["value"]) > 0, "the broker tells no num.partitions")
    test.produce(topic, numbered(20))
    test.admin("delete_records", topic=topic, partition=0, offset=5)
    test.equal(test.read_all(topic, 15)[0].offset, 5, "first offset left")


@scenario("sarama-groups", clients={"sarama"})
def sarama_groups(test):
    topic, group = test.topic(partitions=2), test.name("g")
    test.produce(topic, numbered(10, partition=0) + numbered(10, partition=1))
    consumer = test.group_consumer(group, topic, test.spawn(), client_id="tourist")
    consumer.read(20)
    consumer.commit()
    test.equal(test.admin("list_groups").get(group), "consumer", "protocol type of the group")
    test.equal(test.admin("group_offsets", group=group, topic=topic), [[topic, 0, 10], [topic, 1, 10]], "committed offsets")
    described = test.admin("describe_group", group=group)
    test.equal((described["state"], described["assignor"]), ("Stable", "range"), "state and assignor")
    (member,) = described["members"]
    test.equal((member["client"], member["assignment"]), ("tourist", [[topic, 0], [topic, 1]]), "the only member")
    test.fails("NON_EMPTY_GROUP", lambda: test.admin("delete_groups", groups=[group]), "deleting a live group")
    consumer.close()
    test.eventually(lambda: test.admin("describe_group", group=group)["state"] == "Empty", "the group empty")
    test.admin("delete_groups", groups=[group])
    test.equal(test.admin("describe_group", group=group)["state"], "Dead", "state of the deleted group")

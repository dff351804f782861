"""Topics: created by hand and by use, unknown, deleted and made again."""

import functools

from harness.client import ClientError, Record
from harness.scenario import NO_AUTO_CREATE, Failed, scenario
from scenarios.records import numbered

UNKNOWN = {"UNKNOWN_TOPIC_OR_PARTITION", "TIMEOUT"}


@scenario("create-topic", needs={"admin"})
def create_topic(test):
    topic = test.name("made")

    def create(**wanted):
        test.admin("create_topics", topics=[wanted])

    create(name=topic, partitions=3, configs={"retention.ms": "3600000"})
    described = test.eventually(lambda: describe(test, topic), "the new topic in metadata")
    test.equal([one["p"] for one in described["partitions"]], [0, 1, 2], "partitions")
    test.true(all(one["replicas"] == one["isr"] == [one["leader"]] for one in described["partitions"]), "replicas")
    refused = [
        ({"name": topic}, "TOPIC_ALREADY_EXISTS", f"Topic '{topic}' already exists."),
        ({"name": "bad/name"}, "INVALID_TOPIC_EXCEPTION", "contains one or more characters other than"),
        ({"name": ".."}, "INVALID_TOPIC_EXCEPTION", "'..' is not allowed"),
        ({"name": "x" * 250}, "INVALID_TOPIC_EXCEPTION", "the length of"),
        ({"name": test.name("rf"), "replication": 2}, "INVALID_REPLICATION_FACTOR", "only 1 broker(s) are registered"),
        ({"name": test.name("cfg"), "configs": {"no.such.config": "1"}}, "INVALID_CONFIG", "Unknown topic config name: no.such"),
    ]
    for wanted, error, text in refused:
        test.fails(error, functools.partial(create, **wanted), f"creating {str(wanted)[:60]}", says=text)
    test.admin("create_topics", topics=[{"name": test.name("dry"), "partitions": 1}], validate_only=True)
    names = test.admin("list_topics")
    test.true(topic in names and test.name("dry") not in names, "the list of topics after validate_only")


def describe(test, topic):
    try:
        return test.admin("describe_topic", topic=topic)
    except ClientError as failure:
        if failure.name != "UNKNOWN_TOPIC_OR_PARTITION":
            raise
        return None


@scenario("auto-create-by-producer")
def auto_create(test):
    """A topic that a producer names comes into being, with the broker's num.partitions."""
    topic = test.name("auto")
    test.produce(topic, [Record(None, b"%d" % one, partition=0) for one in range(5)])
    test.equal(sorted(int(one.value) for one in test.read_all(topic, 5)), list(range(5)), "records")
    described = test.admin("describe_topic", adapter=test.helper, topic=topic)
    node = test.admin("describe_cluster", adapter=test.helper)["controller"]
    broker = test.admin("describe_configs", adapter=test.helper, kind="broker", name=str(node))
    test.equal(str(len(described["partitions"])), broker["num.partitions"]["value"], "partitions of the new topic")


@scenario("unknown-topic", broker=NO_AUTO_CREATE)
def unknown_topic(test):
    """Without auto-creation a missing topic is an error within the client's own time, and metadata does not make one."""
    topic = test.name("missing")

    def send():
        producer = test.producer(max_block_ms=4000, delivery_timeout_ms=6000, request_timeout_ms=3000, linger_ms=0)
        (result,) = producer.try_send(topic, [Record(None, b"lost")], timeout_ms=15_000)
        if "error" not in result:
            raise Failed("the record was acknowledged")
        test.true(result["error"] in UNKNOWN, f"the error was {result['error']}")

    if test.has("producer-results"):
        send()
    else:
        test.fails(UNKNOWN, send, "producing to a missing topic")
    test.true(topic not in test.admin("list_topics", adapter=test.helper), "the topic exists now")


@scenario("recreate-under-consumer", seconds=60, broker=NO_AUTO_CREATE, clients={"aiokafka", "confluent", "java"})
def recreate_under_consumer(test):
    """A consumer whose topic is deleted and made again under it comes to the new records by itself."""
    topic = test.topic()
    test.produce(topic, numbered(20))
    consumer = test.consumer(auto_offset_reset="earliest", metadata_max_age_ms=1000)
    consumer.assign((topic, 0, "beginning"))
    consumer.read(20)
    test.admin("delete_topics", adapter=test.helper, topics=[topic])
    test.admin("create_topics", adapter=test.helper, topics=[{"name": topic, "partitions": 1}])
    again = [Record(b"again", b"%d" % one, partition=0) for one in range(7)]
    test.produce(topic, again, adapter=test.spawn())
    test.same_records(consumer.read(7, seconds=45), again)
    consumer.close()


@scenario("delete-and-recreate", needs={"admin"})
def delete_and_recreate(test):
    """A new topic of an old name begins at offset 0, also for an idempotent producer that knew the old one."""
    topic = test.topic()
    test.produce(topic, numbered(20))
    test.admin("delete_topics", topics=[topic])
    test.eventually(lambda: topic not in test.admin("list_topics"), "the topic gone from the list")
    test.fails("UNKNOWN_TOPIC_OR_PARTITION", lambda: test.admin("delete_topics", topics=[topic]), "deleting it again")
    test.admin("create_topics", topics=[{"name": topic, "partitions": 1}])
    again = [Record(b"again", b"%d" % one, partition=0) for one in range(7)]
    test.produce(topic, again)
    got = test.read_all(topic, 7)
    test.same_records(got, again)
    test.equal([one.offset for one in got], list(range(7)), "offsets")

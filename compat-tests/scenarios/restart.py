"""A broker that is stopped and started again between a client's steps."""

from harness.client import Record
from harness.scenario import OWN, scenario
from scenarios.records import numbered


@scenario("broker-restart", broker=OWN, seconds=70)
def broker_restart(test):
    """Records, topics and committed offsets stand after a stop and a start; clients that stayed go on by themselves."""
    topic, group = test.topic(partitions=1), test.name("g")
    sent = numbered(100)
    producer = test.producer()
    producer.send(topic, sent[:60])
    if test.has("commit"):
        first = test.group_consumer(group, topic)
        test.same_records(first.read(40, max_records=10)[:40], sent[:40], "records before the restart")
        first.commit([[topic, 0, 40, ""]])
        first.close()
    test.broker.stop()
    test.broker.start()
    producer.send(topic, sent[60:], timeout_ms=60_000)
    test.same_records(test.read_all(topic, 100), sent, "records after the restart")
    if test.has("commit"):
        second = test.group_consumer(group, topic)
        test.same_records(second.read(60, seconds=45), sent[40:], "records after the committed offset")
        second.close()


@scenario("consumer-outlives-broker", broker=OWN, needs={"group", "commit"}, seconds=70)
def consumer_outlives_broker(test):
    """A member of a group that lives through a restart reads on, and its commits work; nothing comes twice."""
    topic, group = test.topic(partitions=2), test.name("g")
    consumer = test.group_consumer(group, topic)
    writer = test.spawn()
    test.produce(topic, [Record(None, b"%d" % one, partition=one % 2) for one in range(50)], adapter=writer)
    before = consumer.read(50)
    consumer.commit()
    test.broker.stop()
    test.broker.start()
    test.produce(topic, [Record(None, b"%d" % one, partition=one % 2) for one in range(50, 100)], adapter=test.spawn())
    after = consumer.read(50, seconds=60)
    test.equal(sorted(int(one.value) for one in before + after), list(range(100)), "records before and after")
    consumer.commit()
    test.equal(consumer.committed((topic, 0), (topic, 1)), [50, 50], "committed offsets")
    consumer.close()

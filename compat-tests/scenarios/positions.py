"""Where a consumer starts: offsets, times, and what happens when there is no offset."""

import functools

from harness.client import Record
from harness.scenario import scenario
from scenarios.records import BASE_TIME, numbered


@scenario("seek-offset", needs={"seek"})
def seek_offset(test):
    topic = test.topic()
    sent = numbered(100)
    test.produce(topic, sent)
    consumer = test.consumer()
    consumer.assign((topic, 0, 60))
    test.same_records(consumer.read(40), sent[60:], "records from 60")
    consumer.ask("seek", topic=topic, partition=0, offset=10)
    test.equal(consumer.read(1, max_records=1)[0].offset, 10, "first offset after seeking back")
    consumer.ask("seek", topic=topic, partition=0, offset="end")
    test.equal(consumer.poll(timeout_ms=1500), [], "records after seeking to the end")


@scenario("seek-time", needs={"times"})
def seek_time(test):
    topic = test.topic()
    sent = [Record(None, b"%d" % one, partition=0, timestamp=BASE_TIME + 1000 * one) for one in range(10)]
    test.produce(topic, sent, adapter=test.helper)
    consumer = test.consumer()
    asked = {-100_000: 0, 0: 0, 1: 1, 5500: 6, 9000: 9, 9001: None}
    for later, offset in asked.items():
        found = consumer.ask("offsets_for_times", times=[[topic, 0, BASE_TIME + later]])
        test.equal(found, [offset], f"offset for the first record's time {later:+} ms")
    consumer.assign((topic, 0, 6))
    test.same_records(consumer.read(4), sent[6:], "records from the time on")


@scenario("watermarks", needs={"commit"})
def watermarks(test):
    topic = test.topic()
    consumer = test.consumer()
    test.equal(consumer.ask("watermarks", topic=topic, partition=0), [0, 0], "watermarks of an empty partition")
    test.produce(topic, numbered(30))
    test.equal(consumer.ask("watermarks", topic=topic, partition=0), [0, 30], "watermarks after 30 records")
    test.admin("delete_records", adapter=test.helper, topic=topic, partition=0, offset=12)
    test.equal(consumer.ask("watermarks", topic=topic, partition=0), [12, 30], "watermarks after deleting 12")


@scenario("reset-earliest", needs={"group"})
def reset_earliest(test):
    topic = test.topic()
    sent = numbered(20)
    test.produce(topic, sent)
    consumer = test.group_consumer(test.name("g"), topic)
    test.same_records(consumer.read(20), sent)
    consumer.close()


@scenario("reset-latest", needs={"group"})
def reset_latest(test):
    topic = test.topic()
    test.produce(topic, numbered(20))
    consumer = test.group_consumer(test.name("g"), topic, auto_offset_reset="latest")
    test.equal(consumer.poll(timeout_ms=4000), [], "records from before the consumer")
    writer = test.spawn()
    later = [Record(b"later", b"%d" % one, partition=0) for one in range(5)]

    def first_later():
        # The consumer may not have had its position yet when the first records came: write until some arrive.
        test.produce(topic, later, adapter=writer)
        return consumer.poll(timeout_ms=2000)

    got = test.eventually(first_later, "records from after the consumer")
    test.true(all(one.key == b"later" for one in got), f"an older record came: {got[0]}")
    consumer.close()


@scenario("reset-none", needs={"group", "reset-none"})
def reset_none(test):
    topic = test.topic()
    test.produce(topic, numbered(3))
    consumer = test.group_consumer(test.name("g"), topic, auto_offset_reset="none")

    def poll():
        for _ in range(30):
            if consumer.poll(timeout_ms=500):
                return

    test.fails("NO_OFFSET", poll, "a group without offsets and auto.offset.reset=none")


@scenario("out-of-range", needs={"seek", "commit"})
def out_of_range(test):
    """An offset before the log's start or beyond its end falls back to auto.offset.reset."""
    reset = test.client_name != "sarama"  # sarama says so at once, and leaves the rest to its user
    topic = test.topic()
    sent = numbered(30)
    test.produce(topic, sent)
    test.admin("delete_records", adapter=test.helper, topic=topic, partition=0, offset=10)
    for start in (3, 500):
        consumer = test.consumer(auto_offset_reset="earliest")
        if not reset:
            test.fails("OFFSET_OUT_OF_RANGE", functools.partial(consumer.assign, (topic, 0, start)), f"starting at {start}")
            continue
        consumer.assign((topic, 0, start))
        test.same_records(consumer.read(20), sent[10:], f"records when starting at {start}")
        consumer.close()

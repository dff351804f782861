"""Records go in and come out unchanged: keys, values, headers, nulls, sizes, timestamps."""

import random
import time

from harness.client import ClientError, Record
from harness.scenario import OWN, scenario

MEGABYTE = 1_000_000
# Recent enough that retention leaves the records alone, whole seconds so that sums are easy to read.
BASE_TIME = (int(time.time()) - 3600) * 1000


def numbered(count, size=40, partition=0):
    """Records that tell their place."""
    return [Record(b"key-%d" % one, (b"value-%d-" % one).ljust(size, b"."), partition=partition) for one in range(count)]


@scenario("produce-consume")
def produce_consume(test):
    topic = test.topic()
    sent = numbered(500)
    results = test.produce(topic, sent)
    if test.has("producer-results"):
        test.equal([one["o"] for one in results], list(range(500)), "acknowledged offsets")
    got = test.read_all(topic, 500)
    test.same_records(got, sent)
    test.equal([one.offset for one in got], list(range(500)), "offsets read")


@scenario("timestamps", needs={"producer-timestamps"})
def timestamps(test):
    topic = test.topic()
    sent = [Record(None, b"%d" % one, partition=0, timestamp=BASE_TIME + 1000 * one) for one in range(20)]
    test.produce(topic, sent)
    got = test.read_all(topic, 20)
    test.equal([one.timestamp for one in got], [one.timestamp for one in sent], "create times")
    appended = test.topic(message_timestamp_type="LogAppendTime")
    before = int(time.time() * 1000)
    test.produce(appended, sent)
    got = test.read_all(appended, 20)
    after = int(time.time() * 1000)
    test.true(all(before - 1 <= one.timestamp <= after + 1 for one in got), f"append times {got[0].timestamp} not within the run")
    if test.client_name != "sarama":  # tells the time, but not whose it is
        test.true(all(one.append_time for one in got), "records are not marked as having append time")


@scenario("headers", needs={"headers"})
def headers(test):
    topic = test.topic()
    sent = [
        Record(b"k", b"none", partition=0),
        Record(b"k", b"one", [("trace", b"abc")], partition=0),
        Record(b"k", b"same name twice", [("h", b"1"), ("h", b"2"), ("other", b"3")], partition=0),
        Record(b"k", b"long", [("long", b"x" * 2000)], partition=0),
        Record(b"k", b"unicode", [("größe", "naïve ☃".encode())], partition=0),
        Record(b"k", b"empty", [("empty", b"")], partition=0),
    ]
    if test.has("null-header"):
        sent.append(Record(b"k", b"null", [("null", None)], partition=0))
    test.produce(topic, sent)
    test.same_records(test.read_all(topic, len(sent)), sent)


@scenario("nulls")
def nulls(test):
    topic = test.topic()
    sent = [
        Record(None, b"no key", partition=0),
        Record(b"no value", None, partition=0),
        Record(b"", b"empty key", partition=0),
        Record(b"empty value", b"", partition=0),
        Record(b"k", b"v", partition=0),
    ]
    if test.has("null-record"):
        sent.append(Record(None, None, partition=0))
    test.produce(topic, sent)
    test.same_records(test.read_all(topic, len(sent)), sent)


@scenario("tombstones")
def tombstones(test):
    topic = test.topic(cleanup_policy="compact")
    sent = [Record(b"a", b"1", partition=0), Record(b"b", b"2", partition=0), Record(b"a", None, partition=0)]
    test.produce(topic, sent)
    test.same_records(test.read_all(topic, 3), sent)
    producer = test.producer()
    if test.has("producer-results"):
        (result,) = producer.try_send(topic, [Record(None, b"no key", partition=0)], timeout_ms=15_000)
        # aiokafka does not know this error's code.
        wanted = "UNKNOWN" if test.client_name == "aiokafka" else "INVALID_RECORD"
        test.equal(result.get("error"), wanted, "a record without key on a compacted topic")


@scenario("compacted-topic", broker=OWN, overrides={"log.cleaner.backoff.ms": "100"}, seconds=40)
def compacted_topic(test):
    """Compaction leaves the newest record of every key, in order, where it was; who reads meets nothing else amiss."""
    topic = test.topic(cleanup_policy="compact", segment_bytes=2000, min_cleanable_dirty_ratio=0.01)
    keys = [b"key %d" % one for one in range(10)]
    sent = [Record(b"once", b"never written again", partition=0), Record(b"gone", b"deleted below", partition=0)]
    producer = test.producer()
    producer.send(topic, sent)
    for turn in range(30):
        batch = [Record(key, b"turn %d " % turn + key * 5, partition=0) for key in keys]
        if turn == 3:
            batch.append(Record(b"gone", None, partition=0))
        producer.send(topic, batch)
        sent += batch
    producer.close()
    recent = len(sent) - 8 * len(keys)  # what the segment that is still written to can hold, and more

    def read():
        """Everything there is; None while what compaction has to remove is still there."""
        consumer = test.consumer()
        consumer.assign((topic, 0, "beginning"))
        deadline, records = time.monotonic() + 20, []
        while not records or records[-1].offset < len(sent) - 1:
            test.true(time.monotonic() < deadline, f"the end did not come, {len(records)} records did")
            records += consumer.poll(timeout_ms=500)
        consumer.close()
        old = [one for one in records if one.offset < recent]
        return None if {one.key for one in old} - {b"once", b"gone"} or old[1:] and old[1].value else records

    records = test.eventually(read, "older records of the keys are gone", seconds=30)
    offsets = [one.offset for one in records]
    test.equal(offsets, sorted(set(offsets)), "offsets in order")
    test.same_records(records, [sent[offset] for offset in offsets], "records at their offsets")
    newest = {one.key: one.value for one in records}
    wanted = {one.key: one.value for one in sent if one.key != b"gone"}
    test.equal({key: value for key, value in newest.items() if key != b"gone"}, wanted, "the newest record of each key")
    test.true(newest.get(b"gone") is None, "a deleted key came back")


@scenario("large-records", seconds=90)
def large_records(test):
    topic = test.topic(max_message_bytes=12 * MEGABYTE)
    noise = random.Random(10)
    sent = [Record(b"%d" % one, noise.randbytes(10 * MEGABYTE), partition=0) for one in range(2)]
    sent.append(Record(b"small", b"after the large ones", partition=0))
    test.produce(topic, sent, max_request_size=12 * MEGABYTE)
    # Default fetch sizes are below 10 MB: the first batch is served whole all the same.
    test.same_records(test.read_all(topic, 3, seconds=60), sent)


@scenario("too-large-record")
def too_large_record(test):
    topic = test.topic(max_message_bytes=3000)
    producer = test.producer()
    producer.send(topic, [Record(None, b"x" * 2800, partition=0)])

    def send_too_large():
        (result,) = producer.try_send(topic, [Record(None, b"x" * 3100, partition=0)], timeout_ms=15_000)
        if "error" in result:
            raise ClientError(result["error"], result.get("message", ""))

    test.fails("MESSAGE_TOO_LARGE", send_too_large, "a record above max.message.bytes")
    if test.client_name == "kafka-python":
        producer = test.producer()  # its producer does not live through this error, see its FINDINGS.md
    producer.send(topic, [Record(None, b"fits", partition=0)])
    test.equal([one.value[-4:] for one in test.read_all(topic, 2)], [b"xxxx", b"fits"], "what was stored")


@scenario("keyed-partitions")
def keyed_partitions(test):
    topic = test.topic(partitions=3)
    sent = [Record(b"key-%d" % (one % 30), b"%d" % one) for one in range(600)]
    test.produce(topic, sent)
    got = test.read_all(topic, 600, partitions=3)
    test.equal(sorted(int(one.value) for one in got), list(range(600)), "records of all partitions")
    homes = {}
    for one in got:
        homes.setdefault(one.key, set()).add(one.partition)
    test.true(all(len(parts) == 1 for parts in homes.values()), f"a key has several partitions: {homes}")
    test.equal(len({part for parts in homes.values() for part in parts}), 3, "partitions in use")
    for key in homes:
        order = [int(one.value) for one in got if one.key == key]
        test.equal(order, sorted(order), f"order of {key!r}")


@scenario("many-segments")
def many_segments(test):
    topic = test.topic(segment_bytes=65_536)
    sent = numbered(2000, size=200)
    producer = test.producer()
    for start in range(0, 2000, 100):
        producer.send(topic, sent[start : start + 100])
    producer.close()
    test.same_records(test.read_all(topic, 2000), sent)
    consumer = test.consumer()
    consumer.assign((topic, 0, 1234))
    test.equal(consumer.read(1)[0].offset, 1234, "first offset when starting in a middle segment")


@scenario("waiting-fetch")
def waiting_fetch(test):
    """A consumer that waits at the end of the log gets a record when it is written, not when its wait runs out."""
    topic = test.topic()
    test.produce(topic, numbered(1))
    consumer = test.consumer(fetch_max_wait_ms=20_000)
    consumer.assign((topic, 0, "beginning"))
    consumer.read(1)
    consumer.poll(timeout_ms=1500)  # by now a fetch waits at the broker
    writer = test.spawn()
    began = time.monotonic()
    test.produce(topic, [Record(b"late", b"late", partition=0)], adapter=writer)
    (late,) = consumer.read(1, seconds=25)
    waited = time.monotonic() - began
    test.equal(late.value, b"late", "the record that came")
    test.true(waited < 8, f"the record came after {waited:.1f} s")


@scenario("small-fetches", needs={"group"}, clients={"confluent", "java", "kafka-python"})
def small_fetches(test):
    """Small fetch limits make many fetches, each at an offset inside or at the edge of a batch; nothing is lost or twice."""
    topic = test.topic()
    sent = numbered(1000, size=500)
    test.produce(topic, sent, compression_type="lz4")
    got = test.read_all(topic, 1000, max_partition_fetch_bytes=1024, fetch_max_wait_ms=100)
    test.same_records(got, sent)
    for offset in (1, 499, 998, 999):
        consumer = test.consumer()
        consumer.assign((topic, 0, offset))
        test.equal(consumer.read(1)[0].offset, offset, "first record when starting inside a batch")
        consumer.close()

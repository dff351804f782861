"""Quotas: clients are slowed down to the rate that is set, lose nothing, and hear how long they wait."""

import time

from harness.client import CLIENTS, Record
from harness.scenario import OWN, scenario
from harness.wire import Connection

RATE = 200_000  # bytes a second
SIZE, COUNT = 10_000, 100  # a megabyte: five seconds' worth, of which the window lets one through at once
WINDOW = {"quota.window.num": "2"}
# How long a megabyte takes at least, with what the window gives at first and what one request may be above it.
LEAST_SECONDS = 2.0


def records():
    return [Record(None, b"%05d" % one + b"." * (SIZE - 5), partition=0) for one in range(COUNT)]


def limit(test, key, value):
    with Connection(test.broker.port) as connection:
        connection.set_client_quota("slow", key, value)


def throttled(test, op, handle, what):
    """Java tells how long its requests were held back."""
    if test.client_name == "java":
        average = test.client.call(f"{op}.metric", handle=handle, name=f"{what}-throttle-time-avg")
        test.true(average > 0, f"{what}-throttle-time-avg is {average}")


@scenario("quota-produce", clients=set(CLIENTS) - {"kcat", "omkafka"}, broker=OWN, overrides=WINDOW, seconds=30)
def quota_produce(test):
    """Without kcat, which begins a connection for each few records: what holds back is a connection."""
    topic = test.topic()
    limit(test, "producer_byte_rate", RATE)
    producer = test.producer(client_id="slow")
    began = time.monotonic()
    for start in range(0, COUNT, 10):
        producer.send(topic, records()[start:start + 10])
    seconds = time.monotonic() - began
    test.true(seconds >= LEAST_SECONDS, f"a megabyte at {RATE} bytes a second was there after {seconds:.1f} s")
    throttled(test, "producer", producer.handle, "produce")
    producer.close()
    test.same_records(test.read_all(topic, COUNT, adapter=test.helper), records())


@scenario("quota-consume", broker=OWN, overrides=WINDOW, seconds=30)
def quota_consume(test):
    topic = test.topic()
    test.produce(topic, records(), adapter=test.helper, batch_size=40_000)
    limit(test, "consumer_byte_rate", RATE)
    consumer = test.consumer(client_id="slow", max_partition_fetch_bytes=50_000)
    consumer.assign((topic, 0, "beginning"))
    began = time.monotonic()
    got = consumer.read(COUNT, seconds=30)
    seconds = time.monotonic() - began
    test.same_records(got, records())
    test.true(seconds >= LEAST_SECONDS, f"a megabyte at {RATE} bytes a second was read after {seconds:.1f} s")
    throttled(test, "consumer", consumer.handle, "fetch")
    consumer.close()


@scenario("quota-requests", broker=OWN, overrides=WINDOW, clients={"java", "confluent"}, seconds=30)
def quota_requests(test):
    """A client may not keep the broker busy for more than its share of time; Java is told for how long it is held back."""
    topic = test.topic()
    limit(test, "request_percentage", 0.5)
    producer = test.producer(client_id="slow", linger_ms=0)
    for _ in range(40):
        producer.send(topic, records()[:5])
    throttled(test, "producer", producer.handle, "produce")
    producer.close()
    test.equal(len(test.read_all(topic, 200, adapter=test.helper)), 200, "records")


@scenario("quota-large-batch", broker=OWN, overrides=WINDOW, clients={"java", "confluent"}, seconds=30)
def quota_large_batch(test):
    """A batch above all that the quota ever gives at once comes through all the same, in its time."""
    topic = test.topic(max_message_bytes=2_000_000)
    test.produce(topic, [Record(None, bytes(900_000), partition=0)] * 2, adapter=test.helper, batch_size=1_000_000)
    limit(test, "consumer_byte_rate", RATE)
    consumer = test.consumer(client_id="slow", fetch_max_wait_ms=100)
    consumer.assign((topic, 0, "beginning"))
    began = time.monotonic()
    consumer.read(2, seconds=30)
    seconds = time.monotonic() - began
    test.true(seconds >= LEAST_SECONDS, f"the second of two large batches was there after {seconds:.1f} s")
    consumer.close()

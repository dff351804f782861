"""Reads back what blasts wrote: many partitions at once, and of each record only its offset and number."""

import time

import confluent_kafka as ck
from adapter import ClientError

SECONDS = 60
# What a client says until it has found a restarted broker.
PASSING = {
    "_TRANSPORT", "_ALL_BROKERS_DOWN", "_RESOLVE", "_TIMED_OUT", "_UNKNOWN_PARTITION", "_LEADER_NOT_AVAILABLE",
    "LEADER_NOT_AVAILABLE", "NOT_LEADER_FOR_PARTITION",
}


def reader(adapter):
    """A consumer that is kept, and that finds a restarted broker soon."""
    if adapter.number_reader is None:
        adapter.number_reader = ck.Consumer(adapter.configuration({
            "group.id": "unused", "enable.auto.commit": False, "auto.offset.reset": "earliest", "check.crcs": True,
            "enable.partition.eof": True, "fetch.wait.max.ms": 20, "reconnect.backoff.ms": 20,
            "reconnect.backoff.max.ms": 100, "fetch.error.backoff.ms": 20,
        }, {}))
    return adapter.number_reader


def watermarks(consumer, topic, partition, deadline):
    while True:
        try:
            return consumer.get_watermark_offsets(ck.TopicPartition(topic, partition), timeout=5)
        except ck.KafkaException as failure:
            if time.monotonic() > deadline or failure.args[0].name() not in PASSING:
                raise
            time.sleep(0.02)


def read_numbers(adapter, positions):
    """For each (topic, partition, offset): the records from there to the end as it is now, as offsets and numbers, the
    log's start before and after the reading, and its end."""
    deadline = time.monotonic() + SECONDS
    consumer = reader(adapter)
    pieces, waiting = {}, {}
    for topic, partition, offset in positions:
        low, high = watermarks(consumer, topic, partition, deadline)
        pieces[topic, partition] = {"low": low, "high": high, "offsets": [], "numbers": []}
        if max(low, offset) < high:
            waiting[topic, partition] = max(low, offset)
    consumer.assign([ck.TopicPartition(topic, partition, offset) for (topic, partition), offset in waiting.items()])
    while waiting:
        if time.monotonic() > deadline:
            raise ClientError("TIMEOUT", f"nothing more came of {sorted(waiting)} within {SECONDS} s")
        for message in consumer.consume(5000, 0.1):
            take(message, pieces, waiting)
    consumer.assign([])
    for topic, partition, _ in positions:
        pieces[topic, partition]["low_after"] = watermarks(consumer, topic, partition, deadline)[0]
    return [pieces[topic, partition] for topic, partition, _ in positions]


def take(message, pieces, waiting):
    place = message.topic(), message.partition()
    error = message.error()
    if error is not None and error.code() != ck.KafkaError._PARTITION_EOF:
        if error.name() in PASSING:
            return
        raise ck.KafkaException(error)
    if place not in waiting:
        return
    piece = pieces[place]
    if error is None and message.offset() < piece["high"]:
        piece["offsets"].append(message.offset())
        piece["numbers"].append(int(message.value().split(b" ", 1)[0]))
    if error is not None or message.offset() >= piece["high"] - 1:
        del waiting[place]

"""Adapter for confluent-kafka, the Python client on a bundled current librdkafka."""

import pathlib
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

import confluent_kafka as ck  # noqa: E402
from adapter import Adapter, ClientError, decode, encode, main  # noqa: E402
from admin import AdminOperations  # noqa: E402
from blast import Blast  # noqa: E402
from numbers_read import read_numbers  # noqa: E402

# Neutral names that librdkafka calls otherwise; None: librdkafka has no such setting and needs none.
CONFIG_NAMES = {
    "max.request.size": "message.max.bytes",
    "max.block.ms": None,
    "delivery.timeout.ms": "message.timeout.ms",
    "fetch.max.wait.ms": "fetch.wait.max.ms",
    "default.api.timeout.ms": None,
}
ERROR_NAMES = {
    "_AUTO_OFFSET_RESET": "NO_OFFSET",
    "UNKNOWN_TOPIC_OR_PART": "UNKNOWN_TOPIC_OR_PARTITION",
    "_UNKNOWN_TOPIC": "UNKNOWN_TOPIC_OR_PARTITION",
    "TOPIC_EXCEPTION": "INVALID_TOPIC_EXCEPTION",
    "MSG_SIZE_TOO_LARGE": "MESSAGE_TOO_LARGE",
    "_MSG_TIMED_OUT": "TIMEOUT",
    "_FENCED": "FENCED_INSTANCE_ID",
}
SPECIAL_OFFSETS = {"beginning": ck.OFFSET_BEGINNING, "end": ck.OFFSET_END}


def named(error):
    """A KafkaError under Kafka's name."""
    name = error.name()
    if name == "_FATAL" and "group.instance.id" in error.str():
        name = "_FENCED"
    return ClientError(ERROR_NAMES.get(name, name), error.str())


class ConfluentAdapter(AdminOperations, Adapter):
    name = "confluent"
    features = {
        "admin", "alter-group-offsets", "blast", "commit", "cooperative", "enable-idempotence", "group", "headers",
        "null-header", "null-record", "offset-metadata", "producer-results", "producer-timestamps", "reset-none", "seek",
        "static-membership", "times",
    }

    def __init__(self, bootstrap):
        super().__init__(bootstrap)
        self.admin_client, self.admin_config = None, {}
        self.blasts = {}
        self.number_reader = None
        self.errors = {}

    def version(self):
        return f"confluent-kafka {ck.__version__}, librdkafka {ck.libversion()[0]}"

    def close_handle(self, value):
        if isinstance(value, ck.Consumer):
            value.close()
        else:
            value.purge()
            value.flush(1)

    def error(self, failure):
        if isinstance(failure, ck.KafkaException):
            return named(failure.args[0])
        return super().error(failure)

    def configuration(self, config, defaults):
        result = {"bootstrap.servers": self.bootstrap, "log_level": 3, **defaults}
        for key, value in config.items():
            key = CONFIG_NAMES.get(key, key)
            if key == "sasl.oauth.token":
                key, value = "oauth_cb", lambda _, text=value: (text, time.time() + 600)
            if key is not None:
                result[key] = "error" if key == "auto.offset.reset" and value == "none" else value
        return result

    # Producing

    def producer_open(self, config):
        return self.keep(ck.Producer(self.configuration(config, {"linger.ms": 5})))

    def producer_send(self, handle, topic, records, timeout_ms=30_000):
        producer = self.handles[handle]
        results = [None] * len(records)

        def delivered(index):
            def report(error, message):
                if error is None:
                    results[index] = {"p": message.partition(), "o": message.offset()}
                else:
                    failure = named(error)
                    results[index] = {"error": failure.name, "message": failure.message}

            return report

        deadline = time.monotonic() + timeout_ms / 1000
        for index, record in enumerate(records):
            self.enqueue(producer, topic, record, delivered(index), deadline)
        producer.flush(max(0.001, deadline - time.monotonic()))
        return [result or {"error": "TIMEOUT"} for result in results]

    def enqueue(self, producer, topic, record, report, deadline):
        optional = {}
        if record.get("p") is not None:
            optional["partition"] = record["p"]
        if record.get("ts") is not None:
            optional["timestamp"] = record["ts"]
        if record.get("h"):
            optional["headers"] = [(name, decode(value)) for name, value in record["h"]]
        while True:
            try:
                producer.produce(topic, value=decode(record["v"]), key=decode(record["k"]), on_delivery=report, **optional)
                return
            except BufferError:
                if time.monotonic() > deadline:
                    raise
                producer.poll(0.1)

    def producer_close(self, handle):
        self.close_handle(self.take(handle))

    # Consuming

    def consumer_open(self, config):
        defaults = {"group.id": "unused", "enable.auto.commit": False} if "group.id" not in config else {}
        return self.keep(ck.Consumer(self.configuration(config, defaults)))

    def consumer_subscribe(self, handle, topics):
        self.handles[handle].subscribe(topics)

    def consumer_assign(self, handle, partitions):
        self.handles[handle].assign(
            [ck.TopicPartition(topic, number, SPECIAL_OFFSETS.get(at, at)) for topic, number, at in partitions]
        )

    def consumer_poll(self, handle, max_records=500, timeout_ms=1000):
        if handle in self.errors:
            raise self.errors.pop(handle)
        consumer = self.handles[handle]
        messages = []
        first = consumer.poll(timeout_ms / 1000)
        if first is not None:
            messages = [first]
            if first.error() is None and max_records > 1:
                messages += consumer.consume(max_records - 1, 0.02)
        records = []
        for message in messages:
            if message.error() is None:
                records.append(self.received(message))
            elif records:
                self.errors[handle] = named(message.error())  # for the next poll
                break
            else:
                raise named(message.error())
        return records

    def received(self, message):
        kind, timestamp = message.timestamp()
        return {
            "t": message.topic(), "p": message.partition(), "o": message.offset(), "ts": timestamp,
            "append_time": kind == ck.TIMESTAMP_LOG_APPEND_TIME,
            "k": encode(message.key()), "v": encode(message.value()),
            "h": [[name, encode(value)] for name, value in message.headers() or []],
        }

    def consumer_commit(self, handle, offsets=None):
        consumer = self.handles[handle]
        if offsets is None:
            consumer.commit(asynchronous=False)
            return
        committed = consumer.commit(
            offsets=[ck.TopicPartition(topic, number, at, metadata=text) for topic, number, at, text in offsets],
            asynchronous=False,
        )
        self.check(committed)

    def check(self, partitions):
        for partition in partitions:
            if partition.error is not None:
                raise named(partition.error)

    def consumer_committed(self, handle, partitions):
        answer = self.handles[handle].committed([ck.TopicPartition(*pair) for pair in partitions], timeout=20)
        self.check(answer)
        return [None if one.offset < 0 else [one.offset, (one.metadata or "").rstrip("\0")] for one in answer]

    def consumer_position(self, handle, partitions):
        return [one.offset for one in self.handles[handle].position([ck.TopicPartition(*pair) for pair in partitions])]

    def consumer_seek(self, handle, topic, partition, offset):
        self.handles[handle].seek(ck.TopicPartition(topic, partition, SPECIAL_OFFSETS.get(offset, offset)))

    def consumer_offsets_for_times(self, handle, times):
        answer = self.handles[handle].offsets_for_times([ck.TopicPartition(*triple) for triple in times], timeout=20)
        self.check(answer)
        return [None if one.offset < 0 else one.offset for one in answer]

    def consumer_watermarks(self, handle, topic, partition):
        return list(self.handles[handle].get_watermark_offsets(ck.TopicPartition(topic, partition), timeout=20))

    def consumer_assignment(self, handle):
        return sorted([one.topic, one.partition] for one in self.handles[handle].assignment())

    def consumer_close(self, handle):
        self.take(handle).close()

    # Producing without pause, for the kill -9 runs

    def blast_start(self, topic, partitions, file, config, padding=0, keys=0, pause=0.0005):
        producer = ck.Producer(self.configuration(config, {"linger.ms": 2, "queue.buffering.max.messages": 20_000}))
        blast = Blast(file, partitions, padding, pause, keys)

        def send(partition, number, value):
            def report(error, message):
                if error:
                    blast.failure = blast.failure or error.str()
                blast.settled(number, partition, None if error else message.offset())

            while True:
                try:
                    producer.produce(topic, value=value, key=blast.key(number), partition=partition, on_delivery=report)
                    producer.poll(0)
                    return
                except BufferError:
                    producer.poll(0.05)

        blast.start(send, lambda: producer.flush(120))
        return self.keep_blast(blast)

    def keep_blast(self, blast):
        number = len(self.blasts) + 1
        self.blasts[number] = blast
        return number

    def blast_stop(self, handle):
        return self.blasts.pop(handle).stop()

    def blast_read(self, positions):
        return read_numbers(self, positions)


if __name__ == "__main__":
    main(ConfluentAdapter)

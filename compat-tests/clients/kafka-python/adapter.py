"""Adapter for kafka-python 3, the pure Python client (idempotent by default, like Java)."""

import logging
import pathlib
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

import kafka  # noqa: E402
from adapter import Adapter, ClientError, decode, encode, main  # noqa: E402
from admin import AdminOperations  # noqa: E402
from kafka.coordinator.assignors import cooperative_sticky, roundrobin  # noqa: E402
from kafka.coordinator.assignors import range as range_
from kafka.net.sasl.oauth import AbstractTokenProvider  # noqa: E402
from kafka.structs import OffsetAndMetadata, TopicPartition  # noqa: E402
from names import kafka_name  # noqa: E402

ASSIGNORS = {
    "range": range_.RangePartitionAssignor,
    "roundrobin": roundrobin.RoundRobinPartitionAssignor,
    "cooperative-sticky": cooperative_sticky.CooperativeStickyAssignor,
}
# Neutral settings that this client does not have.
ABSENT = {"default.api.timeout.ms"}


class Token(AbstractTokenProvider):
    """A bearer token that is there already."""

    def __init__(self, text):
        super().__init__()
        self.text = text

    def token(self):
        return self.text


class KafkaPythonAdapter(AdminOperations, Adapter):
    name = "kafka-python"
    features = {
        "admin", "alter-group-offsets", "commit", "cooperative", "enable-idempotence", "group", "headers",
        "offset-metadata", "producer-results", "producer-timestamps", "reset-none", "seek",
        "static-membership", "times",
    }

    def __init__(self, bootstrap):
        super().__init__(bootstrap)
        self.admin_client, self.admin_config = None, {}
        logging.basicConfig(level=logging.ERROR)

    def version(self):
        return f"kafka-python {kafka.__version__}"

    def close_handle(self, value):
        if isinstance(value, kafka.KafkaProducer):
            value.close(timeout=2)
        else:
            value.close(autocommit=False, timeout_ms=2000)

    def error(self, failure):
        if isinstance(failure, ClientError):
            return failure
        return ClientError(kafka_name(type(failure)), str(failure))

    def configuration(self, config):
        result = {"bootstrap_servers": self.bootstrap}
        for key, value in config.items():
            if key in ABSENT:
                continue
            if key == "compression.type":
                value = None if value == "none" else value
            if key == "partition.assignment.strategy":
                value = [ASSIGNORS[value]]
            if key == "sasl.oauth.token":
                key, value = "sasl.oauth.token.provider", Token(value)
            result[key.replace(".", "_")] = value
        return result

    # Producing

    def producer_open(self, config):
        return self.keep(kafka.KafkaProducer(**self.configuration({"linger.ms": 5, **config})))

    def producer_send(self, handle, topic, records, timeout_ms=30_000):
        producer = self.handles[handle]
        deadline = time.monotonic() + timeout_ms / 1000
        futures = []
        for record in records:
            try:
                futures.append(producer.send(
                    topic, value=decode(record["v"]), key=decode(record["k"]), partition=record.get("p"),
                    timestamp_ms=record.get("ts"),
                    headers=[(name, decode(value)) for name, value in record.get("h") or []],
                ))
            except Exception as failure:  # noqa: BLE001 - reported as this record's result
                futures.append(failure)
        return [self.outcome(future, deadline) for future in futures]

    def outcome(self, future, deadline):
        failure = future
        if not isinstance(future, Exception):
            try:
                metadata = future.get(timeout=max(0.001, deadline - time.monotonic()))
                return {"p": metadata.partition, "o": metadata.offset}
            except Exception as raised:  # noqa: BLE001 - reported as this record's result
                failure = raised
        return {"error": kafka_name(type(failure)), "message": str(failure)}

    def producer_close(self, handle):
        self.take(handle).close(timeout=10)

    # Consuming

    def consumer_open(self, config):
        return self.keep(kafka.KafkaConsumer(**self.configuration(config)))

    def consumer_subscribe(self, handle, topics):
        consumer = self.handles[handle]
        consumer.subscribe(topics)
        # A leader that assigns before it knows the partitions may never look at its assignment, see FINDINGS.md.
        for topic in topics:
            consumer.partitions_for_topic(topic)

    def consumer_assign(self, handle, partitions):
        consumer = self.handles[handle]
        consumer.assign([TopicPartition(topic, number) for topic, number, _ in partitions])
        for topic, number, at in partitions:
            self.consumer_seek(handle, topic, number, at)

    def consumer_poll(self, handle, max_records=500, timeout_ms=1000):
        found = self.handles[handle].poll(timeout_ms=timeout_ms, max_records=max_records)
        return [self.received(record) for records in found.values() for record in records]

    def received(self, record):
        return {
            "t": record.topic, "p": record.partition, "o": record.offset, "ts": record.timestamp,
            "append_time": record.timestamp_type == 1, "k": encode(record.key), "v": encode(record.value),
            "h": [[name, encode(value)] for name, value in record.headers],
        }

    def consumer_commit(self, handle, offsets=None):
        if offsets is not None:
            offsets = {
                TopicPartition(topic, number): OffsetAndMetadata(at, text or "", -1)
                for topic, number, at, text in offsets
            }
        self.handles[handle].commit(offsets)

    def consumer_committed(self, handle, partitions):
        found = [self.handles[handle].committed(TopicPartition(*pair), metadata=True) for pair in partitions]
        return [None if one is None else [one.offset, one.metadata or ""] for one in found]

    def consumer_position(self, handle, partitions):
        return [self.handles[handle].position(TopicPartition(*pair)) for pair in partitions]

    def consumer_seek(self, handle, topic, partition, offset):
        consumer = self.handles[handle]
        where = TopicPartition(topic, partition)
        if offset == "beginning":
            consumer.seek_to_beginning(where)
        elif offset == "end":
            consumer.seek_to_end(where)
            consumer.position(where)
        else:
            consumer.seek(where, offset)

    def consumer_offsets_for_times(self, handle, times):
        wanted = {TopicPartition(topic, number): at for topic, number, at in times}
        found = self.handles[handle].offsets_for_times(wanted)
        return [None if found[one] is None else found[one].offset for one in wanted]

    def consumer_watermarks(self, handle, topic, partition):
        where = TopicPartition(topic, partition)
        consumer = self.handles[handle]
        return [consumer.beginning_offsets([where])[where], consumer.end_offsets([where])[where]]

    def consumer_assignment(self, handle):
        return sorted([one.topic, one.partition] for one in self.handles[handle].assignment())

    def consumer_close(self, handle):
        self.take(handle).close(timeout_ms=10_000)


if __name__ == "__main__":
    main(KafkaPythonAdapter)

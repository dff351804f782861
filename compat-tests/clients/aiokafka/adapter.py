"""Adapter for aiokafka, the asyncio client. Its heartbeats need a running loop, so the loop has a thread of its own."""

import asyncio
import inspect
import logging
import pathlib
import sys
import threading

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

import aiokafka  # noqa: E402
import aiokafka.helpers  # noqa: E402
from adapter import Adapter, ClientError, decode, encode, main  # noqa: E402
from admin import AdminOperations  # noqa: E402
from aiokafka.abc import AbstractTokenProvider  # noqa: E402
from aiokafka.coordinator.assignors.range import RangePartitionAssignor  # noqa: E402
from aiokafka.coordinator.assignors.roundrobin import RoundRobinPartitionAssignor  # noqa: E402
from aiokafka.helpers import create_ssl_context  # noqa: E402
from aiokafka.structs import OffsetAndMetadata, TopicPartition  # noqa: E402
from names import kafka_name  # noqa: E402

ASSIGNORS = {"range": RangePartitionAssignor, "roundrobin": RoundRobinPartitionAssignor}
# Neutral settings that this client does not have.
ABSENT = {"default.api.timeout.ms", "max.block.ms", "delivery.timeout.ms"}


class Token(AbstractTokenProvider):
    """A bearer token that is there already."""

    def __init__(self, text):
        self.text = text

    async def token(self):
        return self.text


class AiokafkaAdapter(AdminOperations, Adapter):
    name = "aiokafka"
    features = {
        "admin", "commit", "enable-idempotence", "group", "headers", "null-header", "offset-metadata",
        "producer-results", "producer-timestamps", "reset-none", "seek", "static-membership", "times",
    }

    def __init__(self, bootstrap):
        super().__init__(bootstrap)
        self.admin_client, self.admin_config = None, {}
        logging.basicConfig(level=logging.CRITICAL)
        self.loop = asyncio.new_event_loop()
        threading.Thread(target=self.loop.run_forever, daemon=True).start()

    def version(self):
        return f"aiokafka {aiokafka.__version__}"

    def run(self, op, args):
        if op in ("reset", "hello"):
            return super().run(op, args)
        return self.wait(self.call(op, args))

    def wait(self, coroutine):
        return asyncio.run_coroutine_threadsafe(coroutine, self.loop).result()

    async def call(self, op, args):
        result = getattr(self, op.replace(".", "_"))(**args)
        return await result if inspect.isawaitable(result) else result

    def close_handle(self, value):
        self.wait(asyncio.wait_for(value.stop(), 5))

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
        if "ssl_cafile" in result:
            files = {name: result.pop(f"ssl_{name}", None) for name in ("cafile", "certfile", "keyfile")}
            result["ssl_context"] = create_ssl_context(**files)
        return result

    # Producing

    async def producer_open(self, config):
        producer = aiokafka.AIOKafkaProducer(**self.configuration({"linger.ms": 5, **config}))
        await producer.start()
        return self.keep(producer)

    async def producer_send(self, handle, topic, records, timeout_ms=30_000):
        producer = self.handles[handle]
        sends = [await self.send_one(producer, topic, record) for record in records]
        pending = [one for one in sends if isinstance(one, asyncio.Future)]
        if pending:
            await asyncio.wait(pending, timeout=timeout_ms / 1000)
        return [self.outcome(one) for one in sends]

    async def send_one(self, producer, topic, record):
        """The delivery's future, or what kept the record from being queued."""
        try:
            return await producer.send(
                topic, value=decode(record["v"]), key=decode(record["k"]), partition=record.get("p"),
                timestamp_ms=record.get("ts"),
                headers=[(name, decode(value)) for name, value in record.get("h") or []],
            )
        except (aiokafka.errors.KafkaError, AssertionError, ValueError) as failure:
            return failure

    def outcome(self, send):
        failure = send
        if isinstance(send, asyncio.Future):
            if not send.done():
                return {"error": "TIMEOUT"}
            failure = send.exception()
        if failure is not None:
            return {"error": kafka_name(type(failure)), "message": str(failure)}
        metadata = send.result()  # none with acks=0
        return {} if metadata is None else {"p": metadata.partition, "o": metadata.offset}

    async def producer_close(self, handle):
        await asyncio.wait_for(self.take(handle).stop(), 20)

    # Consuming

    async def consumer_open(self, config):
        consumer = aiokafka.AIOKafkaConsumer(**self.configuration(config))
        await consumer.start()
        return self.keep(consumer)

    def consumer_subscribe(self, handle, topics):
        self.handles[handle].subscribe(topics)

    async def consumer_assign(self, handle, partitions):
        consumer = self.handles[handle]
        consumer.assign([TopicPartition(topic, number) for topic, number, _ in partitions])
        for topic, number, at in partitions:
            await self.consumer_seek(handle, topic, number, at)

    async def consumer_poll(self, handle, max_records=500, timeout_ms=1000):
        found = await self.handles[handle].getmany(timeout_ms=timeout_ms, max_records=max_records)
        return [self.received(record) for records in found.values() for record in records]

    def received(self, record):
        return {
            "t": record.topic, "p": record.partition, "o": record.offset, "ts": record.timestamp,
            "append_time": record.timestamp_type == 1, "k": encode(record.key), "v": encode(record.value),
            "h": [[name, encode(value)] for name, value in record.headers],
        }

    async def consumer_commit(self, handle, offsets=None):
        if offsets is not None:
            offsets = {
                TopicPartition(topic, number): OffsetAndMetadata(at, text or "") for topic, number, at, text in offsets
            }
        await self.handles[handle].commit(offsets)

    async def consumer_committed(self, handle, partitions):
        consumer = self.handles[handle]
        offsets = [await consumer.committed(TopicPartition(*pair)) for pair in partitions]
        return [None if offset is None else [offset, None] for offset in offsets]

    async def consumer_position(self, handle, partitions):
        return [await self.handles[handle].position(TopicPartition(*pair)) for pair in partitions]

    async def consumer_seek(self, handle, topic, partition, offset):
        consumer = self.handles[handle]
        where = TopicPartition(topic, partition)
        if offset == "beginning":
            await consumer.seek_to_beginning(where)
        elif offset == "end":
            await consumer.seek_to_end(where)
        else:
            consumer.seek(where, offset)

    async def consumer_offsets_for_times(self, handle, times):
        wanted = {TopicPartition(topic, number): at for topic, number, at in times}
        found = await self.handles[handle].offsets_for_times(wanted)
        return [None if found[one] is None else found[one].offset for one in wanted]

    async def consumer_watermarks(self, handle, topic, partition):
        where = TopicPartition(topic, partition)
        consumer = self.handles[handle]
        return [(await consumer.beginning_offsets([where]))[where], (await consumer.end_offsets([where]))[where]]

    def consumer_assignment(self, handle):
        return sorted([one.topic, one.partition] for one in self.handles[handle].assignment())

    async def consumer_close(self, handle):
        await asyncio.wait_for(self.take(handle).stop(), 20)


if __name__ == "__main__":
    main(AiokafkaAdapter)
